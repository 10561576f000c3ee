import type { NodeIR, SearchNode } from '../node.js';
import type { ParameterIR, SchemaIR } from '../schema.js';
import { childrenOf } from './children.js';
import { structNamed } from './struct-named.js';
import { virtualValues } from './virtual-values.js';
import { boundBy, freeParameters, isDemand, parametersRead } from './with-parameters.js';

/** A parameter with its candidates. */
export type SearchedParameter = ParameterIR & Required<Pick<ParameterIR, 'candidates'>>;

const roots = new WeakMap<SchemaIR, NodeIR>();

/**
 * The root with a search for the parameters that nothing binds and that have candidates, up to the end of the input. If there
 * is only one combination of them, and so nothing to search for, it is the root itself.
 *
 * @example of a `Device` that reads `hasBus`, with the candidates `false` and `true`: `search(hasBus, Device)`, followed by `atEnd`
 */
export function searchedRoot(ir: SchemaIR): NodeIR {
  const known = roots.get(ir);
  if (known !== undefined) return known;
  const searched = searchedParameters(ir);
  const isSearched = searched.some(({ candidates }) => candidates.length > 1);
  const node = isSearched ? searched.reduce(searchFor, ir.root) : ir.root;
  roots.set(ir, node);
  return node;
}

function searchFor(node: NodeIR, { name, candidates }: SearchedParameter): SearchNode {
  return { kind: 'search', parameter: name, values: candidates, node, followedBy: [{ kind: 'atEnd' }] };
}

/**
 * The parameters with candidates that nothing in a schema binds, the fastest-varying first: in the order in which they are
 * read, except that one that decides whether or how often something occurs comes after those that are read inside it.
 *
 * @example of `optional(Config)` that is there where `hasConfig` is, and in which `configSize` is read: `configSize`, `hasConfig`
 */
export function searchedParameters({ root, structs }: SchemaIR): readonly SearchedParameter[] {
  const free = freeParameters(root, (name) => structNamed(name, structs).parameters).filter(isSearched);
  if (free.length < 2) return free;
  const left = new Map(free.map((parameter) => [parameter.name, parameter]));
  const found: SearchedParameter[] = [];
  const note = (read: readonly ParameterIR[], bound: ReadonlySet<string>): void => {
    for (const { name } of read) {
      const parameter = bound.has(name) ? undefined : left.get(name);
      if (parameter === undefined) continue;
      found.push(parameter);
      left.delete(name);
    }
  };
  const open = new Set<string>();
  const visit = (node: NodeIR, bound: ReadonlySet<string>): void => {
    if (node.kind === 'struct') {
      const struct = structNamed(node.name, structs);
      if (open.has(node.name) || !struct.parameters.some(({ name }) => left.has(name))) return;
      open.add(node.name);
      for (const field of struct.fields) {
        visit(field.node, bound);
        if (field.encode !== undefined) note(parametersRead(field.encode), bound);
      }
      for (const { holds } of struct.checks) note(parametersRead(holds), bound);
      for (const value of virtualValues(struct)) note(parametersRead(value), bound);
      open.delete(node.name);
      return;
    }
    const { inline, ahead, expressions } = childrenOf(node);
    const inner = new Set([...bound, ...boundBy(node)]);
    for (const child of [...inline, ...ahead]) visit(child, isDemand(node, child) ? bound : inner);
    for (const expression of expressions) note(parametersRead(expression), bound);
  };
  visit(root, new Set());
  return found;
}

const isSearched = (parameter: ParameterIR): parameter is SearchedParameter =>
  parameter.candidates !== undefined;

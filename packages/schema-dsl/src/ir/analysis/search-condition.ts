import type { Expression } from '../expression.js';
import { constantValue, parametersOf } from '../expression.js';
import type { NodeIR, SearchNode } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { childrenOf } from './children.js';
import { simplified } from './partly-known.js';
import { structNamed } from './struct-named.js';

/** A member whose presence determines a flag that is searched for, together with other parameters. */
export interface SearchCondition {
  /** The path from the searched node's value. */
  readonly path: readonly string[];
  /** Whether it is present with the first of the search's values. */
  readonly when: Expression;
  /** Searches in between, for parameters that the condition may read. */
  readonly within: readonly SearchNode[];
}

/**
 * The member whose presence is all that a searched flag decides, if there is exactly one: a value can be encoded with the first
 * of the flag's values if the member is present as that value requires, and with the other one otherwise.
 *
 * @example of `search(indexed, [true, false], Slot)`, where `index` is `presentWhen(version.ge(2).and(indexed))`:
 * `{ path: ['index'], when: version >= 2, within: [] }`
 */
export function searchCondition(
  search: SearchNode,
  structs: SchemaIR['structs'],
): SearchCondition | undefined {
  const [first, second, ...others] = search.values.map((value) => constantValue(value));
  if (typeof first !== 'boolean' || typeof second !== 'boolean' || others.length > 0) return undefined;
  if (readsOf(search.parameter, search.node, structs, new Set()) !== 1) return undefined;
  const found = optionalThatReads(search.parameter, search.node, [], [], structs);
  if (found === undefined) return undefined;
  const when = simplified(found.when, new Map([[search.parameter, first]]));
  return rests(when) ? { ...found, when } : undefined;
}

/** Whether an expression depends only on parameters. */
function rests(expression: Expression): boolean {
  switch (expression.op) {
    case 'parameter':
    case 'constant':
      return true;
    case 'not':
      return rests(expression.of);
    case 'and':
    case 'or':
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return rests(expression.left) && rests(expression.right);
    default:
      return false;
  }
}

/** The optional member that reads a parameter, if nothing on the way to it binds another one or may be absent. */
function optionalThatReads(
  parameter: string,
  node: NodeIR,
  path: readonly string[],
  within: readonly SearchNode[],
  structs: SchemaIR['structs'],
): SearchCondition | undefined {
  switch (node.kind) {
    case 'search':
      return optionalThatReads(parameter, node.node, path, [...within, node], structs);
    case 'struct': {
      const { fields, flat, recursive } = structNamed(node.name, structs);
      if (recursive) return undefined;
      for (const { name, node: member, visibility } of fields) {
        if (visibility !== 'value' || name === flat) continue;
        const found = optionalThatReads(parameter, member, [...path, name], within, structs);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    case 'optional':
      return parametersOf(node.when).has(parameter) ? { path, when: node.when, within } : undefined;
    default:
      return undefined;
  }
}

/** The number of expressions that read a parameter. */
function readsOf(parameter: string, node: NodeIR, structs: SchemaIR['structs'], open: Set<string>): number {
  const count = (expressions: readonly Expression[]): number =>
    expressions.filter((expression) => parametersOf(expression).has(parameter)).length;
  if (node.kind === 'struct') {
    if (open.has(node.name)) return 0;
    open.add(node.name);
    const { fields, checks, parameters } = structNamed(node.name, structs);
    if (!parameters.some(({ name }) => name === parameter)) return 0;
    const inner = fields.reduce((sum, field) => sum + readsOf(parameter, field.node, structs, open), 0);
    const encoded = fields.flatMap(({ encode }) => (encode === undefined ? [] : [encode]));
    open.delete(node.name);
    return inner + count(checks.map(({ holds }) => holds)) + count(encoded);
  }
  const { inline, ahead, expressions } = childrenOf(node);
  const children = node.kind === 'search' ? [node.node, ...(node.followedBy ?? [])] : [...inline, ...ahead];
  return children.reduce((sum, child) => sum + readsOf(parameter, child, structs, open), count(expressions));
}

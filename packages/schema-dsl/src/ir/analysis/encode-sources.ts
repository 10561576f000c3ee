import type { Expression } from '../expression.js';
import { operands, parametersOf } from '../expression.js';
import type { ExpressionExtent, FixedExtent } from '../extent.js';
import type { AtEachNode, NodeIR } from '../node.js';
import type { FieldIR, SchemaIR, StructIR } from '../schema.js';
import { childrenOf, visitNodes } from './children.js';
import { isPositioned } from './positioned.js';
import { sizeBounds } from './size-bounds.js';
import { structNamed } from './struct-named.js';

/** A step from a struct's value to a part of it that something is computed from. */
export interface SourceStep {
  readonly name: string;
  /** The node of the part, without wrappers that only bind, bound or make it optional. */
  readonly node: NodeIR;
  readonly isMaybeAbsent: boolean;
  /** For a list: the parts of each element that something is computed from. */
  readonly each?: readonly EncodeSource[];
}

/** A part of a struct's value that something is computed from: at least one step. */
export type EncodeSource = readonly SourceStep[];

/**
 * The parts of a value that encode uses in computations before it has written them, and whose types are not checked when their
 * sizes are computed. An encoder checks these first, so that it never computes with a value of the wrong type.
 *
 * @example `n: derived(u8), a: u8` with `$.n.is($.a.plus(1))` computes with `a`
 */
export function encodeSources(struct: StructIR, structs: SchemaIR['structs']): readonly EncodeSource[] {
  const known = sourcesOf.get(struct);
  if (known?.structs === structs) return known.sources;
  const sources = findEncodeSources(struct, structs);
  sourcesOf.set(struct, { structs, sources });
  return sources;
}

/** Cached, as the interpreter needs it for every struct that it encodes. */
const sourcesOf = new WeakMap<
  StructIR,
  { readonly structs: SchemaIR['structs']; readonly sources: readonly EncodeSource[] }
>();

function findEncodeSources(struct: StructIR, structs: SchemaIR['structs']): readonly EncodeSource[] {
  const sources = new Map<string, EncodeSource>();
  const visit = (expression: Expression, isEarly: boolean): void => {
    // a field at an offset is sized after all fields without one
    const mayBeUnsized = isEarly || ('field' in expression && isElsewhere(expression.field));
    const asksForSize =
      expression.op === 'count' ||
      ((expression.op === 'byteLength' || expression.op === 'tagOf') && mayBeUnsized);
    const path = expression.op === 'field' ? expression.path : asksForSize ? [expression.field] : [];
    const head = struct.fields.find(({ name }) => name === path[0]);
    if (head?.visibility === 'derived' && head.encode !== undefined) visit(head.encode, isEarly);
    const steps =
      head?.visibility === 'value' && head.name !== struct.flat ? stepsOf(struct, path, structs) : undefined;
    const leaf = steps?.at(-1)?.node;
    if (steps !== undefined && leaf !== undefined && (isFixed(leaf, structs) || mayBeUnsized))
      sources.set(steps.map((step) => step.name).join('.'), steps);
    for (const operand of operands(expression)) visit(operand, isEarly);
  };
  const isElsewhere = (name: string): boolean =>
    struct.fields.some((field) => field.name === name && isPositioned(field.node));
  const isAligned = struct.fields.some(({ node }) => node.kind === 'align');
  for (const field of struct.fields) {
    visitNodes(field.node, (node) => {
      if (node.kind === 'at') for (const expression of childrenOf(node).expressions) visit(expression, true);
      if (node.kind !== 'atEach') return;
      visit(node.offset, true);
      if (node.when !== undefined) visit(node.when, true);
      const source = elementSource(node, struct, structs);
      if (source !== undefined)
        sources.set(`${field.name} ${source.map(({ name }) => name).join('.')}`, source);
    });
    // sizes are added up in wire order if an alignment must know its offset: a derived field may then come first
    if (field.encode !== undefined) visit(field.encode, isAligned && field.node.kind === 'custom');
    for (const expression of evaluatedForSizes(field)) {
      // a field by itself is passed on and checked where it is used; a member of a member must be reached
      if (expression.op !== 'field' || expression.path.length > 1) visit(expression, true);
    }
    visitNodes(field.node, (node) => {
      if (node.kind !== 'bind') return;
      for (const { parameter, value } of node.bindings)
        if (value.op === 'field' && decidesSizes(parameter, { ...field, node: node.node }, structs))
          visit(value, true);
    });
  }
  return [...sources.values()];
}

/** What places the nodes of an `atEach()`: a list, and members of its elements. */
function elementSource(
  node: AtEachNode,
  struct: StructIR,
  structs: SchemaIR['structs'],
): EncodeSource | undefined {
  const steps = stepsOf(struct, node.each.path, structs);
  const last = steps?.at(-1);
  if (steps === undefined || last?.node.kind !== 'list') return undefined;
  const element = unwrap(last.node.element).node;
  const paths = new Map<string, readonly string[]>();
  const collect = (expression: Expression): void => {
    if (expression.op === 'element') paths.set(expression.path.join('.'), expression.path);
    operands(expression).forEach(collect);
  };
  const visit = (n: NodeIR): void => {
    const { inline, ahead, expressions } = childrenOf(n);
    expressions.forEach(collect);
    for (const child of [...inline, ...ahead]) visit(child);
  };
  visit(node);
  const each = [...paths.values()].flatMap((path) => {
    const members =
      element.kind === 'struct' ? stepsOf(structNamed(element.name, structs), path, structs) : undefined;
    return members === undefined ? [] : [members];
  });
  return each.length === 0 ? undefined : [...steps.slice(0, -1), { ...last, each }];
}

/** Expressions that are evaluated while sizes are added up, possibly before their fields have been checked. */
function evaluatedForSizes(field: FieldIR): readonly Expression[] {
  const found: Expression[] = [];
  visitNodes(field.node, (node) => {
    if (node.kind === 'bind') found.push(...node.bindings.map(({ value }) => value));
    if (node.kind === 'optional' && field.visibility === 'derived') found.push(node.when);
    const size = ownSize(node);
    if (size?.kind === 'expression') found.push(size.size);
  });
  return found;
}

/** Whether a parameter is used to compute sizes in a field, and not only compared with the value. */
function decidesSizes(
  parameter: string,
  field: FieldIR,
  structs: SchemaIR['structs'],
  entered: Set<string> = new Set(),
): boolean {
  let decides = evaluatedForSizes(field).some((e) => e.op !== 'parameter' && parametersOf(e).has(parameter));
  visitNodes(field.node, (n) => {
    const size = ownSize(n);
    decides ||= size?.kind === 'expression' && isParameter(size.size, parameter);
    if (n.kind === 'bind')
      for (const { parameter: inner, value } of n.bindings)
        if (isParameter(value, parameter))
          decides ||= decidesSizes(inner, { ...field, node: n.node }, structs, entered);
    const key = n.kind === 'struct' ? `${n.name} ${parameter}` : '';
    if (n.kind !== 'struct' || entered.has(key)) return;
    entered.add(key);
    decides ||= structNamed(n.name, structs).fields.some((f) => decidesSizes(parameter, f, structs, entered));
  });
  return decides;
}

const isParameter = (expression: Expression, name: string): boolean =>
  expression.op === 'parameter' && expression.name === name;

/** The size of a node whose size does not depend on the value. */
function ownSize(node: NodeIR): FixedExtent | ExpressionExtent | undefined {
  switch (node.kind) {
    case 'bytes':
    case 'string':
      return node.extent.kind === 'padded' ? node.extent.size : undefined;
    case 'padding':
      return node.size;
    default:
      return undefined;
  }
}

function stepsOf(
  struct: StructIR,
  [head, ...rest]: readonly string[],
  structs: SchemaIR['structs'],
): EncodeSource | undefined {
  const field = struct.fields.find(({ name }) => name === head);
  if (field?.visibility !== 'value') return undefined;
  const { node, isMaybeAbsent } = unwrap(field.node);
  const step = { name: field.name, node, isMaybeAbsent };
  if (rest.length === 0 || node.kind === 'flags') return [step];
  if (node.kind !== 'struct') return undefined;
  const below = stepsOf(structNamed(node.name, structs), rest, structs);
  return below && [step, ...below];
}

function isFixed(node: NodeIR, structs: SchemaIR['structs']): boolean {
  const { min, max } = sizeBounds(node, structs);
  return min === max;
}

function unwrap(node: NodeIR): { readonly node: NodeIR; readonly isMaybeAbsent: boolean } {
  switch (node.kind) {
    case 'bind':
    case 'search':
    case 'sized':
    case 'tail':
    case 'processed':
      return unwrap(node.node);
    case 'at':
      return { node: unwrap(node.node).node, isMaybeAbsent: node.when !== undefined };
    case 'optional':
      return { node: unwrap(node.node).node, isMaybeAbsent: true };
    default:
      return { node, isMaybeAbsent: false };
  }
}

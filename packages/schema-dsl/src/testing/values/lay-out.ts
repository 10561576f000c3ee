import { isEncodeError } from '@bytewright/runtime';
import { isSize } from '@bytewright/runtime/codec';
import * as fc from 'fast-check';
import { EncodeContext } from '../../interpreter/encode-context.js';
import { sizeNode } from '../../interpreter/nodes/index.js';
import { isPositioned } from '../../ir/analysis/positioned.js';
import type { Expression } from '../../ir/expression.js';
import { operands } from '../../ir/expression.js';
import type { AtEachNode, NodeIR } from '../../ir/node.js';
import type { StructIR } from '../../ir/schema.js';
import type { GenerationScope } from '../constraints/generation-scope.js';
import type { Range } from '../constraints/range.js';
import { withMember } from '../constraints/with-member.js';
import { Unsatisfiable } from './generation-budget.js';

/** The layout of fields at offsets: their order, and the gaps between them. */
export interface LayoutPlan {
  readonly order: readonly number[];
  readonly between: readonly Uint8Array[];
}

/** Layouts; they shrink towards the order of the fields without gaps. */
export const layoutPlan: fc.Arbitrary<LayoutPlan> = fc.record({
  order: fc.array(fc.nat(7), { maxLength: 8 }),
  between: fc.array(fc.uint8Array({ maxLength: 4 }), { maxLength: 8 }),
});

/** A part that lies at an offset. */
interface Part {
  readonly offset: Expression;
  readonly size: number;
  readonly scope: GenerationScope;
  /** The path to the list element that holds the offset. */
  readonly element?: readonly (string | number)[];
}

interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Lays out a struct with fields at offsets, all of which have been generated: sets the offsets in the value, and the gaps in
 * between. A random offset would almost always be wrong.
 *
 * @throws Unsatisfiable if that is not possible
 */
export function layOut(struct: StructIR, scope: GenerationScope, room: Range, plan: LayoutPlan): void {
  const { value } = scope;
  const { parts, tail, gaps } = partsOf(struct, scope);
  const inline: ByteRange = { start: 0, end: scope.asEncodeScope().inlineSize() };
  const fixed = parts.filter(({ offset }) => leafOf(offset) === undefined);
  const taken: ByteRange[] = [
    inline,
    ...fixed.map((part) => range(part.scope.evaluate(part.offset), part.size)),
  ];
  let at = inline.end;
  const space = (): number => (gaps === undefined ? 0 : (plan.between[taken.length % 8]?.length ?? 0));
  const movable = parts.flatMap((part) => {
    const leaf = leafOf(part.offset);
    return leaf === undefined ? [] : [{ part, leaf }];
  });
  const placed = movable
    .map(({ part, leaf }, i) => ({ part, leaf, rank: plan.order[i] ?? 0 }))
    .sort((a, b) => a.rank - b.rank);
  for (const { part, leaf } of placed) {
    at += space();
    for (;;) {
      const hit = taken.find(({ start, end }) => start < at + Math.max(1, part.size) && at < end);
      if (hit === undefined) break;
      at = hit.end;
    }
    place(part, leaf, at, value);
    taken.push(range(at, part.size));
    at += part.size;
  }
  let end = Math.max(...taken.map((one) => one.end)) + space();
  if (end + tail < room.min) end = room.min - tail;
  if (end + tail > room.max) throw new Unsatisfiable('no layout is small enough');
  const free = complement(taken, end);
  if (gaps === undefined && free.length > 0) throw new Unsatisfiable('no layout leaves nothing over');
  const padding = plan.between.flatMap((bytes) => [...bytes]);
  if (gaps !== undefined) {
    value[gaps] = free.map(({ start, end: to }) => ({
      offset: start,
      bytes: Uint8Array.from({ length: to - start }, (_, i) => padding[(start + i) % padding.length] ?? 0),
    }));
  }
  requireSize(struct, scope);
}

/** Checks that the offsets fit their fields. */
function requireSize({ name }: StructIR, scope: GenerationScope): void {
  try {
    sizeOf({ kind: 'struct', name }, scope.value, scope);
  } catch (error) {
    if (isEncodeError(error)) throw new Unsatisfiable(error.message);
    throw error;
  }
}

function range(start: unknown, size: number): ByteRange {
  if (!isSize(start)) throw new Unsatisfiable('no offset');
  return { start, end: start + size };
}

function complement(taken: readonly ByteRange[], end: number): readonly ByteRange[] {
  const free: ByteRange[] = [];
  let at = 0;
  for (const one of [...taken].sort((a, b) => a.start - b.start)) {
    if (one.end === one.start) continue;
    if (one.start > at) free.push({ start: at, end: one.start });
    at = Math.max(at, one.end);
  }
  return at < end ? [...free, { start: at, end }] : free;
}

function partsOf(
  struct: StructIR,
  scope: GenerationScope,
): { readonly parts: readonly Part[]; readonly tail: number; readonly gaps: string | undefined } {
  const parts: Part[] = [];
  let tail = 0;
  let gaps: string | undefined;
  const visit = (node: NodeIR, field: string, inner: GenerationScope): void => {
    const value = scope.value[field];
    switch (node.kind) {
      case 'bind':
        visit(node.node, field, inner.bind(node.bindings));
        break;
      case 'at':
        if (node.when === undefined || value !== undefined)
          parts.push({
            offset: chosen(node.offset, inner),
            size: sizeOf(node.node, value, inner),
            scope: inner,
          });
        break;
      case 'atEach':
        parts.push(...partsOfEach(node, value as readonly unknown[], inner));
        break;
      case 'tail':
        tail = sizeOf(node.node, value, inner);
        break;
      default: // no other node is positioned than gaps()
        gaps = field;
    }
  };
  for (const { name, node } of struct.fields) if (isPositioned(node)) visit(node, name, scope);
  return { parts, tail, gaps };
}

function partsOfEach(node: AtEachNode, items: readonly unknown[], scope: GenerationScope): readonly Part[] {
  const elements = scope.evaluate(node.each) as ArrayLike<unknown>; // a list
  return items.flatMap((item, index): readonly Part[] => {
    if (node.when !== undefined && item === undefined) return [];
    const inner = scope.withElement(elements[index]);
    return [
      {
        offset: chosen(node.offset, inner),
        size: sizeOf(node.node, item, inner),
        scope: inner,
        element: [...node.each.path, index],
      },
    ];
  });
}

function sizeOf(node: NodeIR, value: unknown, scope: GenerationScope): number {
  return sizeNode(
    node,
    value,
    new EncodeContext(new Uint8Array(0), scope.structs, true),
    scope.asPlacedScope(),
  );
}

/** Stores an offset in the value, where its expression reads it. */
function place(
  { offset, scope, element = [] }: Part,
  leaf: Leaf,
  at: number,
  value: Record<string, unknown>,
): void {
  const wanted = solve(offset, leaf, at, scope);
  if (wanted === undefined) throw new Unsatisfiable('no offset leads there');
  const path = leaf.op === 'element' ? [...element, ...leaf.path] : leaf.path;
  Object.assign(
    value,
    withMember(value, path, (old) => (typeof old === 'bigint' ? BigInt(wanted) : wanted)),
  );
}

type Leaf = Extract<Expression, { op: 'field' | 'element' }>;

/** The branch of an expression that a value takes. */
function chosen(expression: Expression, scope: GenerationScope): Expression {
  if (expression.op !== 'choose') return expression;
  return chosen(scope.evaluate(expression.when) === true ? expression.yes : expression.no, scope);
}

/** The only part of an expression that is in the value. */
function leafOf(expression: Expression): Leaf | undefined {
  if (expression.op === 'field' || expression.op === 'element') return expression;
  return operands(expression)
    .map(leafOf)
    .find((leaf) => leaf !== undefined);
}

/** The value that a leaf must have for an expression to have a given value. */
function solve(
  expression: Expression,
  leaf: Leaf,
  value: number,
  scope: GenerationScope,
): number | undefined {
  if (expression === leaf) return isSize(value) ? value : undefined;
  switch (expression.op) {
    case 'toNumber':
      return solve(expression.of, leaf, value, scope);
    case 'plus':
    case 'minus':
    case 'times': {
      const isLeft = leafOf(expression.left) === leaf;
      const [side, known] = isLeft
        ? [expression.left, expression.right]
        : [expression.right, expression.left];
      const other = Number(scope.evaluate(known));
      const undone = {
        plus: value - other,
        minus: isLeft ? value + other : other - value,
        times: value / other,
      };
      return solve(side, leaf, undone[expression.op], scope);
    }
    default:
      return undefined;
  }
}

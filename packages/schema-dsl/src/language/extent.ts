import type { ExtentDefinition, SizeDefinition } from './definition.js';
import type { Expr } from './expression.js';
import { isExpr } from './expression.js';
import type { Node } from './node.js';

/** Where a bytes, string or list node ends, if not after a fixed or computed size. */
export interface Ending<Of extends 'bytes' | 'list' | 'any' = 'any'> {
  readonly ending: ExtentDefinition;
  readonly of?: Of;
}

/** A size in bytes (bytes, string) or elements (list): fixed, or computed from earlier fields. */
export type Size = number | Expr<number>;

/** The size or count is written directly before, as an integer: `prefix(u8)` before `68 69` is `02`. */
export function prefix(node: Node<number> | Node<bigint>): Ending {
  return { ending: { kind: 'prefix', prefix: node } };
}

/**
 * Up to the end of the region (of the input, or of what a length bounds), less the fields behind it: numbers, structs
 * and whatever else always takes as many bytes.
 */
export const toEnd: Ending = { ending: { kind: 'end' } };

/**
 * Up to the first place where a boundary parses; the boundary itself is not consumed. Several boundaries are
 * tried in order: the second only where the first parses nowhere in the region. Costs time linear in the
 * region; so a boundary must have a bounded size.
 *
 * @example `bytes(until(literal(u8, 0)))` reads `01 02` from `01 02 00 …`
 */
export function until(...boundaries: readonly [Node<unknown>, ...Node<unknown>[]]): Ending<'bytes'> {
  return { ending: { kind: 'until', boundaries } };
}

/**
 * Ends a list with a sentinel, which is consumed but is no element; before each element it is tried first.
 *
 * @example `list(Item, endsWith(literal(u8, 0)))`
 */
export function endsWith(sentinel: Node<unknown>): Ending<'list'> {
  return { ending: { kind: 'sentinel', sentinel } };
}

/** The definition of a size or an ending. */
export function toExtent(
  size: Size | { readonly ending: ExtentDefinition } | undefined,
): ExtentDefinition | undefined {
  if (size === undefined) return undefined;
  return typeof size === 'number' || isExpr(size) ? toSize(size) : size.ending;
}

/** The definition of a size. */
export function toSize(size: Size): SizeDefinition {
  if (isExpr(size)) return { kind: 'expression', size: size.expression };
  if (!Number.isSafeInteger(size) || size < 0)
    throw new TypeError(`A size is a non-negative integer, not ${String(size)}`);
  return { kind: 'fixed', size };
}

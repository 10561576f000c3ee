import { CallError } from '../ir/call-error.js';
import type { ExtentDefinition, SizeDefinition } from './definition.js';
import { describeArgument } from './describe-argument.js';
import type { Expr } from './expression.js';
import { isExpr } from './expression.js';
import type { Node } from './node.js';
import { requireNode } from './require-node.js';

/** Where a bytes, string or list node ends, other than after a fixed or computed size. */
export interface Ending<Of extends 'bytes' | 'list' | 'any' = 'any'> {
  readonly ending: ExtentDefinition;
  readonly of?: Of;
}

/** A size in bytes (bytes, string) or elements (list): fixed, or computed from earlier fields. */
export type Size = number | Expr<number>;

/** The size or count is stored directly before, as an integer: `prefix(u8)` before `68 69` is `02`. */
export function prefix(node: Node<number> | Node<bigint>): Ending {
  return {
    ending: {
      kind: 'prefix',
      prefix: requireNode(node, 'prefix()', 'prefix(integer), such as prefix(u16be)'),
    },
  };
}

/**
 * Extends to the end of the region (the input, or whatever a length bounds), minus the fields that follow: numbers,
 * structs and anything else of a fixed size.
 */
export const toEnd: Ending = { ending: { kind: 'end' } };

/**
 * Extends to the first offset at which a boundary parses; the boundary itself is not consumed. Several boundaries are
 * tried in order: the second only if the first parses nowhere in the region. Takes time linear in the region, so a
 * boundary must have a bounded size.
 *
 * @example `bytes(until(literal(u8, 0)))` reads `01 02` from `01 02 00 …`
 */
export function until(...boundaries: readonly [Node<unknown>, ...Node<unknown>[]]): Ending<'bytes'> {
  for (const boundary of boundaries) requireNode(boundary, 'until()', 'until(node, …)');
  return { ending: { kind: 'until', boundaries } };
}

/**
 * Ends a list with a sentinel, which is consumed but is not an element. It is tried before each element.
 *
 * @example `list(Item, endsWith(literal(u8, 0)))`
 */
export function endsWith(sentinel: Node<unknown>): Ending<'list'> {
  requireNode(sentinel, 'endsWith()', 'endsWith(node), such as endsWith(literal(u8, 0))');
  return { ending: { kind: 'sentinel', sentinel } };
}

/** The definition of a size or an ending; `call` is the calling function as errors name it. */
export function toExtent(
  size: Size | { readonly ending: ExtentDefinition } | undefined,
  call: string,
): ExtentDefinition | undefined {
  if (size === undefined) return undefined;
  const ending = typeof size === 'object' && size !== null && 'ending' in size ? size.ending : undefined;
  return ending ?? toSize(size as Size, call); // toSize() checks everything else
}

/** The definition of a size. */
export function toSize(size: Size, call: string): SizeDefinition {
  if (isExpr(size)) return { kind: 'expression', size: size.expression };
  if (!Number.isSafeInteger(size) || size < 0 || Object.is(size, -0))
    throw new CallError(
      'invalid-size',
      call,
      `expected a size that is a non-negative integer, an expression or an ending, found ${describeArgument(size)}; use, for example, 4, a parameter or prefix(u8)`,
    );
  return { kind: 'fixed', size };
}

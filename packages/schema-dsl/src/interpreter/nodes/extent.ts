import {
  byteCount,
  checkInteger,
  checkSize,
  describe,
  findTerminator,
  isSize,
  trimFill,
  writeFill,
  writeTerminator,
} from '@bytewright/runtime/codec';
import type { BytePattern } from '../../ir/analysis/byte-patterns.js';
import { bytePatterns, matchesPatterns } from '../../ir/analysis/byte-patterns.js';
import { boundaryLabel, terminatorLabel } from '../../ir/describe-node.js';
import type { Expression } from '../../ir/expression.js';
import { hexBytes } from '../../ir/expression.js';
import type {
  ByteExtentIR,
  ExpressionExtent,
  FixedExtent,
  PaddedExtent,
  TerminatedExtent,
  UntilExtent,
} from '../../ir/extent.js';
import type { NodeIR } from '../../ir/node.js';
import { integerTraits } from '../../ir/nodes/integer.js';
import type { NumericNode } from '../../ir/nodes/numeric.js';
import { numericTraits } from '../../ir/nodes/numeric.js';
import { formulaLabel, valueLabel } from '../../ir/value-label.js';
import type { DecodeContext } from '../decode-context.js';
import type { EncodeContext } from '../encode-context.js';
import { evaluate } from '../evaluate.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { decodeNode, encodeNode } from './index.js';
import { leastSize } from './varint.js';

/** The size of bytes after their prefix, all of which are known to be available. */
export interface ByteSpan {
  /** The size of the content, which becomes the value. */
  readonly content: number;
  /** The size of the content with its terminator or padding. */
  readonly whole: number;
}

/** Determines where bytes end. */
export function decodeByteExtent(
  extent: ByteExtentIR,
  context: DecodeContext,
  scope: Scope,
): Outcome<ByteSpan> {
  switch (extent.kind) {
    case 'terminated':
      return findEnd(extent, context);
    case 'padded': {
      const { offset } = context;
      const size = decodeContentSize(extent.size, context, scope);
      if (size === FAIL) return FAIL;
      const content = trimFill(context.bytes, offset, offset + size, hexBytes(extent.fill)) - offset;
      return { content, whole: size };
    }
    default: {
      const size = decodeContentSize(extent, context, scope);
      return size === FAIL ? FAIL : { content: size, whole: size };
    }
  }
}

function findEnd(extent: TerminatedExtent, context: DecodeContext): Outcome<ByteSpan> {
  const { bytes, offset, end } = context;
  const terminator = hexBytes(extent.terminator);
  const at = findTerminator(bytes, offset, end, terminator, extent.unit);
  if (at >= 0) return { content: at - offset, whole: at - offset + terminator.length };
  context.noteReach(end);
  return context.fail(
    'unexpected-end',
    offset,
    () => terminatorLabel(extent),
    () => `none in ${byteCount(end - offset)}`,
  );
}

type PlainExtent = Exclude<ByteExtentIR, TerminatedExtent | PaddedExtent>;

function decodeContentSize(extent: PlainExtent, context: DecodeContext, scope: Scope): Outcome<number> {
  switch (extent.kind) {
    case 'fixed':
      return available(extent.size, context);
    case 'expression': {
      const size = decodeSize(evaluate(extent.size, scope), context, context.offset, extent.size);
      return size === FAIL ? FAIL : available(size, context);
    }
    case 'prefix': {
      const size = decodePrefix(extent.prefix, context, scope);
      return size === FAIL ? FAIL : available(size, context);
    }
    case 'end': {
      const size = context.end - context.offset - extent.reserve;
      return size >= 0 ? size : available(extent.reserve, context);
    }
    case 'until': {
      const start = context.offset;
      const found = findBoundary(extent, start, context, scope);
      return (
        found ??
        context.fail(
          'no-boundary',
          start,
          () => boundaryLabel(extent),
          () => `none in ${byteCount(context.end - start)}`,
        )
      );
    }
  }
}

/** The prefix before something, which must be a size that a number can represent. */
export function decodePrefix(prefix: NumericNode, context: DecodeContext, scope: Scope): Outcome<number> {
  const { offset } = context;
  const found = decodeNode(prefix, context, scope);
  return found === FAIL ? FAIL : decodeSize(Number(found), context, offset);
}

/** A computed size or count: a non-negative safe integer. Messages name the expression, if there is one. */
export function decodeSize(
  size: unknown,
  context: DecodeContext,
  offset: number,
  expression?: Expression,
): Outcome<number> {
  if (isSize(size)) return size;
  return context.fail(
    'invalid-value',
    offset,
    () => 'a size, an integer of 0 to 9007199254740991',
    () => `${expression === undefined ? '' : valueLabel(expression)}${describe(size)}`,
  );
}

function available(size: number, context: DecodeContext): Outcome<number> {
  const missing = context.need(size, byteCount(size));
  return missing === undefined ? size : FAIL;
}

/** The distance to the first offset at which a boundary parses, or `undefined` if none does. Each boundary costs at most one scan. */
export function findBoundary(
  extent: UntilExtent,
  start: number,
  context: DecodeContext,
  scope: Scope,
): Outcome<number | undefined> {
  for (const [index, boundary] of extent.boundaries.entries()) {
    if (index > 0 && chargeSearchIn(start, context) === FAIL) return FAIL;
    const patterns = bytePatterns(boundary, context.structs);
    let at = start;
    while (at <= context.end && !parsesAt(boundary, patterns, at, context, scope)) at++;
    if (at <= context.end) return at - start;
  }
  return undefined;
}

/** Charges a failed search before the next one scans the same bytes; trials are bounded anyway. */
function chargeSearchIn(start: number, context: DecodeContext): Outcome<undefined> {
  if (context.isAhead) return undefined;
  context.searchBudget -= context.end - start;
  if (context.searchBudget >= 0) return undefined;
  return context.fail(
    'limit-exceeded',
    start,
    () => 'boundaries that are found in linear time',
    () => 'too many fruitless searches',
  );
}

function parsesAt(
  boundary: NodeIR,
  patterns: readonly BytePattern[],
  at: number,
  context: DecodeContext,
  scope: Scope,
): boolean {
  // a cheap check rejects most offsets
  if (!matchesPatterns(patterns, context.bytes, at, context.end)) return false;
  return context.ahead(at, () => decodeNode(boundary, context, scope) !== FAIL);
}

/** The size of a node whose size does not depend on the value, during encoding. */
export function ownSize(
  extent: FixedExtent | ExpressionExtent,
  context: EncodeContext,
  scope: Scope,
): number {
  return extent.kind === 'fixed'
    ? extent.size
    : checkSize(evaluate(extent.size, scope), context.errorOffset, context.here);
}

/** The number of bytes on the wire of content whose size `measure` computes, if the extent depends on it. */
export function wireSize(
  extent: ByteExtentIR,
  context: EncodeContext,
  scope: Scope,
  measure: () => number,
): number {
  switch (extent.kind) {
    case 'fixed':
      return extent.size;
    case 'padded':
      return ownSize(extent.size, context, scope);
    case 'terminated':
      return measure() + hexBytes(extent.terminator).length;
    default: {
      const size = measure();
      return prefixSize(extent, size) + size;
    }
  }
}

/** The size of the prefix before content of the given size or count, if the extent has a prefix. */
export function prefixSize(
  { prefix }: { readonly kind: string; readonly prefix?: NumericNode },
  size: number,
): number {
  if (prefix === undefined) return 0;
  return prefix.kind === 'varint' ? leastSize(size, prefix) : integerTraits(prefix).size;
}

/** Writes a count or size prefix. */
export function encodePrefix(prefix: NumericNode, size: number, context: EncodeContext, scope: Scope): void {
  const { max, label, bigint } = numericTraits(prefix);
  checkInteger(size, 0, Number(max), context.offset, context.here, label);
  encodeNode(prefix, bigint ? BigInt(size) : size, context, scope);
}

/** Writes what precedes the content, and checks that the content has the length that a decoder will expect. */
export function encodeByteExtent(
  extent: ByteExtentIR,
  size: number,
  context: EncodeContext,
  scope: Scope,
): void {
  switch (extent.kind) {
    case 'fixed':
      requireLength(extent.size, size, context);
      break;
    case 'expression':
      requireLength(evaluate(extent.size, scope), size, context, extent.size);
      break;
    case 'prefix':
      encodePrefix(extent.prefix, size, context, scope);
      break;
    case 'padded': {
      const most = ownSize(extent.size, context, scope);
      if (size > most)
        throw context.error('wrong-length', `length ${describe(most)} at most`, `length ${describe(size)}`);
      break;
    }
    case 'until': {
      const start = context.offset;
      context.decide(start, (context) => findBoundary(extent, start, context, scope) === size);
    }
  }
}

/** Writes what follows the content, which begins at `start` and ends at the current offset. */
export function encodeByteEnding(
  extent: ByteExtentIR,
  start: number,
  context: EncodeContext,
  scope: Scope,
): void {
  const { offset, here } = context;
  if (extent.kind === 'terminated')
    context.offset = writeTerminator(context, hexBytes(extent.terminator), start, offset, here, extent.unit);
  if (extent.kind === 'padded') {
    const end = start + ownSize(extent.size, context, scope);
    context.offset = writeFill(context, hexBytes(extent.fill), start, offset, end, here);
  }
}

/** Checks a length that is fixed independently of the value. */
export function requireLength(
  expected: unknown,
  found: number,
  context: EncodeContext,
  expression?: Expression,
): void {
  if (expected === found) return;
  const label = expression === undefined ? '' : formulaLabel(expression);
  throw context.error('wrong-length', `length ${label}${describe(expected)}`, `length ${describe(found)}`);
}

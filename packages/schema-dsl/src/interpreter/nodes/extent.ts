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
import type { Decoding } from '../decoding.js';
import type { Encoding } from '../encoding.js';
import { evaluate } from '../evaluate.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { decodeNode, encodeNode } from './index.js';
import { leastSize } from './varint.js';

/** What bytes take from the offset behind the prefix on, in bytes that are known to be there. */
export interface ByteSpan {
  /** What the value is made of. */
  readonly content: number;
  /** The content, and the terminator or the fill behind it. */
  readonly whole: number;
}

/** How far bytes reach. */
export function decodeByteExtent(extent: ByteExtentIR, decoding: Decoding, scope: Scope): Outcome<ByteSpan> {
  switch (extent.kind) {
    case 'terminated':
      return findEnd(extent, decoding);
    case 'padded': {
      const { offset } = decoding;
      const size = decodeContentSize(extent.size, decoding, scope);
      if (size === FAIL) return FAIL;
      const content = trimFill(decoding.bytes, offset, offset + size, hexBytes(extent.fill)) - offset;
      return { content, whole: size };
    }
    default: {
      const size = decodeContentSize(extent, decoding, scope);
      return size === FAIL ? FAIL : { content: size, whole: size };
    }
  }
}

function findEnd(extent: TerminatedExtent, decoding: Decoding): Outcome<ByteSpan> {
  const { bytes, offset, end } = decoding;
  const terminator = hexBytes(extent.terminator);
  const at = findTerminator(bytes, offset, end, terminator, extent.unit);
  if (at >= 0) return { content: at - offset, whole: at - offset + terminator.length };
  decoding.noteReach(end);
  return decoding.fail(
    'unexpected-end',
    offset,
    () => terminatorLabel(extent),
    () => `none in ${byteCount(end - offset)}`,
  );
}

type PlainExtent = Exclude<ByteExtentIR, TerminatedExtent | PaddedExtent>;

function decodeContentSize(extent: PlainExtent, decoding: Decoding, scope: Scope): Outcome<number> {
  switch (extent.kind) {
    case 'fixed':
      return available(extent.size, decoding);
    case 'expression': {
      const size = decodeSize(evaluate(extent.size, scope), decoding, decoding.offset, extent.size);
      return size === FAIL ? FAIL : available(size, decoding);
    }
    case 'prefix': {
      const size = decodePrefix(extent.prefix, decoding, scope);
      return size === FAIL ? FAIL : available(size, decoding);
    }
    case 'end': {
      const size = decoding.end - decoding.offset - extent.reserve;
      return size >= 0 ? size : available(extent.reserve, decoding);
    }
    case 'until': {
      const start = decoding.offset;
      const found = findBoundary(extent, start, decoding, scope);
      return (
        found ??
        decoding.fail(
          'no-boundary',
          start,
          () => boundaryLabel(extent),
          () => `none in ${byteCount(decoding.end - start)}`,
        )
      );
    }
  }
}

/** The number in front of something, which must be a size that numbers can hold. */
export function decodePrefix(prefix: NumericNode, decoding: Decoding, scope: Scope): Outcome<number> {
  const { offset } = decoding;
  const found = decodeNode(prefix, decoding, scope);
  return found === FAIL ? FAIL : decodeSize(Number(found), decoding, offset);
}

/** A computed size or count: a safe integer that is not negative. Messages name the expression, if there is one. */
export function decodeSize(
  size: unknown,
  decoding: Decoding,
  offset: number,
  expression?: Expression,
): Outcome<number> {
  if (isSize(size)) return size;
  return decoding.fail(
    'invalid-value',
    offset,
    () => 'a size, an integer of 0 to 9007199254740991',
    () => `${expression === undefined ? '' : valueLabel(expression)}${describe(size)}`,
  );
}

function available(size: number, decoding: Decoding): Outcome<number> {
  const missing = decoding.need(size, byteCount(size));
  return missing === undefined ? size : FAIL;
}

/** Distance to the first place where a boundary parses, or `undefined` where none does. Each boundary costs one scan at most. */
export function findBoundary(
  extent: UntilExtent,
  start: number,
  decoding: Decoding,
  scope: Scope,
): Outcome<number | undefined> {
  for (const [index, boundary] of extent.boundaries.entries()) {
    if (index > 0 && payForScan(start, decoding) === FAIL) return FAIL;
    const patterns = bytePatterns(boundary, decoding.structs);
    let at = start;
    while (at <= decoding.end && !parsesAt(boundary, patterns, at, decoding, scope)) at++;
    if (at <= decoding.end) return at - start;
  }
  return undefined;
}

/** A search that found nothing is paid for before the next one goes over the same bytes; what is only tried is bounded anyway. */
function payForScan(start: number, decoding: Decoding): Outcome<undefined> {
  if (decoding.isAhead) return undefined;
  decoding.scans -= decoding.end - start;
  if (decoding.scans >= 0) return undefined;
  return decoding.fail(
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
  decoding: Decoding,
  scope: Scope,
): boolean {
  // a quick no spares most attempts
  if (!matchesPatterns(patterns, decoding.bytes, at, decoding.end)) return false;
  return decoding.ahead(at, () => decodeNode(boundary, decoding, scope) !== FAIL);
}

/** The size of what is as large as it says, whatever the value, while that is encoded. */
export function ownSize(extent: FixedExtent | ExpressionExtent, encoding: Encoding, scope: Scope): number {
  return extent.kind === 'fixed'
    ? extent.size
    : checkSize(evaluate(extent.size, scope), encoding.errorOffset, encoding.here);
}

/** Bytes on the wire of content that `measure` gives the size of, where it has a say in that. */
export function wireSize(
  extent: ByteExtentIR,
  encoding: Encoding,
  scope: Scope,
  measure: () => number,
): number {
  switch (extent.kind) {
    case 'fixed':
      return extent.size;
    case 'padded':
      return ownSize(extent.size, encoding, scope);
    case 'terminated':
      return measure() + hexBytes(extent.terminator).length;
    default: {
      const size = measure();
      return prefixSize(extent, size) + size;
    }
  }
}

/** Bytes of the prefix in front of content of a size or count, if the extent has one. */
export function prefixSize(
  { prefix }: { readonly kind: string; readonly prefix?: NumericNode },
  size: number,
): number {
  if (prefix === undefined) return 0;
  return prefix.kind === 'varint' ? leastSize(size, prefix) : integerTraits(prefix).size;
}

/** Writes a count or size in front of something. */
export function encodePrefix(prefix: NumericNode, size: number, encoding: Encoding, scope: Scope): void {
  const { max, label, bigint } = numericTraits(prefix);
  checkInteger(size, 0, Number(max), encoding.offset, encoding.here, label);
  encodeNode(prefix, bigint ? BigInt(size) : size, encoding, scope);
}

/** Writes what goes before the content, and checks that the content is as long as a decoder will take it to be. */
export function encodeByteExtent(extent: ByteExtentIR, size: number, encoding: Encoding, scope: Scope): void {
  switch (extent.kind) {
    case 'fixed':
      requireLength(extent.size, size, encoding);
      break;
    case 'expression':
      requireLength(evaluate(extent.size, scope), size, encoding, extent.size);
      break;
    case 'prefix':
      encodePrefix(extent.prefix, size, encoding, scope);
      break;
    case 'padded': {
      const most = ownSize(extent.size, encoding, scope);
      if (size > most)
        throw encoding.error('wrong-length', `length ${describe(most)} at most`, `length ${describe(size)}`);
      break;
    }
    case 'until': {
      const start = encoding.offset;
      encoding.decide(start, (decoding) => findBoundary(extent, start, decoding, scope) === size);
    }
  }
}

/** Writes what goes behind the content, which begins at `start` and ends at the encoding's offset. */
export function encodeByteEnding(
  extent: ByteExtentIR,
  start: number,
  encoding: Encoding,
  scope: Scope,
): void {
  const { offset, here } = encoding;
  if (extent.kind === 'terminated')
    encoding.offset = writeTerminator(
      encoding,
      hexBytes(extent.terminator),
      start,
      offset,
      here,
      extent.unit,
    );
  if (extent.kind === 'padded') {
    const end = start + ownSize(extent.size, encoding, scope);
    encoding.offset = writeFill(encoding, hexBytes(extent.fill), start, offset, end, here);
  }
}

/** A length that is not the value's to choose. */
export function requireLength(
  expected: unknown,
  found: number,
  encoding: Encoding,
  expression?: Expression,
): void {
  if (expected === found) return;
  const label = expression === undefined ? '' : formulaLabel(expression);
  throw encoding.error('wrong-length', `length ${label}${describe(expected)}`, `length ${describe(found)}`);
}

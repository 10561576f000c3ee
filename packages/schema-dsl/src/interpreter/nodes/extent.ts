import { byteCount, checkInteger, describe } from '@bytewright/runtime';
import type { BytePattern } from '../../ir/analysis/byte-patterns.js';
import { bytePatterns, matchesPatterns } from '../../ir/analysis/byte-patterns.js';
import { boundaryLabel } from '../../ir/describe-node.js';
import type { ByteExtentIR, UntilExtent } from '../../ir/extent.js';
import type { NodeIR } from '../../ir/node.js';
import type { IntegerNode } from '../../ir/nodes/integer.js';
import { integerTraits } from '../../ir/nodes/integer.js';
import type { Decoding } from '../decoding.js';
import type { Encoding } from '../encoding.js';
import { evaluate } from '../evaluate.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { decodeNode } from './index.js';
import { integerLabel, readInteger, writeInteger } from './integer.js';

/** Bytes that the content takes, from the offset behind the prefix on. They are known to be there. */
export function decodeByteExtent(extent: ByteExtentIR, decoding: Decoding, scope: Scope): Outcome<number> {
  switch (extent.kind) {
    case 'fixed':
      return available(extent.size, decoding);
    case 'expression': {
      const size = decodeSize(evaluate(extent.size, scope), decoding, decoding.offset);
      return size === FAIL ? FAIL : available(size, decoding);
    }
    case 'prefix': {
      const size = decodePrefix(extent.prefix, decoding);
      return size === FAIL ? FAIL : available(size, decoding);
    }
    case 'end': {
      const size = decoding.end - decoding.offset - extent.reserve;
      return size >= 0 ? size : available(extent.reserve, decoding);
    }
    case 'until': {
      const start = decoding.offset;
      const found = findBoundary(extent, start, decoding, scope);
      if (found === FAIL) return FAIL;
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
export function decodePrefix(prefix: IntegerNode, decoding: Decoding): Outcome<number> {
  const { offset } = decoding;
  const { size } = integerTraits(prefix.type);
  const missing = decoding.need(size, integerLabel(prefix.type));
  if (missing !== undefined) return missing;
  decoding.offset += size;
  return decodeSize(Number(readInteger(decoding.view, offset, prefix.type)), decoding, offset);
}

/** A computed size or count: a safe integer that is not negative. */
export function decodeSize(size: unknown, decoding: Decoding, offset: number): Outcome<number> {
  if (typeof size === 'number' && Number.isSafeInteger(size) && size >= 0) return size;
  return decoding.fail(
    'invalid-value',
    offset,
    () => 'a size that is a non-negative integer',
    () => describe(size),
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

/** Bytes of the prefix, if the extent has one. */
export function prefixSize(extent: { readonly kind: string; readonly prefix?: IntegerNode }): number {
  return extent.prefix === undefined ? 0 : integerTraits(extent.prefix.type).size;
}

/** Writes a count or size in front of something. */
export function encodePrefix(prefix: IntegerNode, size: number, encoding: Encoding): void {
  const { size: width, max } = integerTraits(prefix.type);
  const limit = Number(max < BigInt(Number.MAX_SAFE_INTEGER) ? max : BigInt(Number.MAX_SAFE_INTEGER));
  checkInteger(size, 0, limit, encoding.offset, encoding.here, prefix.type);
  writeInteger(encoding.view, encoding.take(width), prefix.type, size);
}

/** Writes what goes before the content, and checks that the content is as long as a decoder will take it to be. */
export function encodeByteExtent(extent: ByteExtentIR, size: number, encoding: Encoding, scope: Scope): void {
  switch (extent.kind) {
    case 'fixed':
      requireLength(extent.size, size, encoding);
      break;
    case 'expression':
      requireLength(evaluate(extent.size, scope), size, encoding);
      break;
    case 'prefix':
      encodePrefix(extent.prefix, size, encoding);
      break;
    case 'end':
      break;
    case 'until': {
      const start = encoding.offset;
      encoding.decide(start, (decoding) => findBoundary(extent, start, decoding, scope) === size);
    }
  }
}

/** A length that is not the value's to choose. */
export function requireLength(expected: unknown, found: number, encoding: Encoding): void {
  if (expected !== found)
    throw encoding.error('wrong-length', `length ${describe(expected)}`, `length ${found}`);
}

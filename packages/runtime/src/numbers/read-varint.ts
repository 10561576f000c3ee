import { describe } from '../errors/describe.js';
import { decodeFailure, unexpectedEnd } from '../errors/failures.js';
import type { VarintEncoding } from './varint-encoding.js';
import { VARINT_NUMBER_BITS, varintLabel, varintLimit, varintRange } from './varint-encoding.js';
import { varintSize } from './write-varint.js';

/**
 * The offset behind an integer of variable length, or -1 where there is none: its bytes end early, are more than
 * `bits` need, stand for more than `bits` hold, or, unless padding is allowed, are more than its value needs.
 *
 * @example from `e5 8e 26 2a` as uleb128(32): 3
 */
export function endOfVarint(
  bytes: Uint8Array,
  start: number,
  end: number,
  encoding: VarintEncoding,
  bits: number,
  mayBePadded = false,
): number {
  const limit = start + varintLimit(bits) - 1;
  let at = start;
  while (at < limit && at < end && isContinued(bytes, at)) at++;
  if (at >= end || isContinued(bytes, at)) return -1;
  if (at === limit && !fitsLastByte(bytes[at] ?? 0, encoding, bits)) return -1;
  if (at > start && !mayBePadded && isPadding(bytes, at, encoding)) return -1;
  return at + 1;
}

/**
 * The integer whose bytes {@link endOfVarint} has found. Exact up to 53 bits.
 *
 * @example `e5 8e 26` as uleb128 is 624485
 */
export function varintAt(bytes: Uint8Array, start: number, end: number, encoding: VarintEncoding): number {
  let value = 0;
  for (let at = end - 1; at >= start; at--) value = value * 128 + groupAt(bytes, at, end, encoding);
  if (encoding !== 'zigzag') return value;
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** The same for more than 53 bits. */
export function bigVarintAt(bytes: Uint8Array, start: number, end: number, encoding: VarintEncoding): bigint {
  let value = 0n;
  for (let at = end - 1; at >= start; at--) value = value * 128n + BigInt(groupAt(bytes, at, end, encoding));
  if (encoding !== 'zigzag') return value;
  return value % 2n === 0n ? value / 2n : -(value + 1n) / 2n;
}

/** An integer together with the number of its bytes, where these are more than it needs. */
export function withPadding<T extends number | bigint>(
  value: T,
  byteLength: number,
  encoding: VarintEncoding,
): T | { value: T; byteLength: number } {
  return varintSize(value, encoding) === byteLength ? value : { value, byteLength };
}

/**
 * The integer that a padded one stands for in a relation; a plain one is itself.
 *
 * @example `withoutPadding({ value: 3, byteLength: 2 })` is 3
 */
export function withoutPadding<T extends number | bigint | undefined>(
  value: T | { readonly value: T; readonly byteLength: number },
): T {
  // encoders ask before they have looked at the value
  return typeof value === 'object' && value !== null ? value.value : value;
}

/** Why {@link endOfVarint} has found none: the error for it. */
export function invalidVarint(
  bytes: Uint8Array,
  start: number,
  end: number,
  encoding: VarintEncoding,
  bits: number,
  path: string,
): ReturnType<typeof decodeFailure> {
  const label = varintLabel(encoding, bits);
  const most = varintLimit(bits);
  let stop = start;
  while (stop < end && stop < start + most && isContinued(bytes, stop)) stop++;
  if (stop === end && stop < start + most) {
    const sizes = most === 1 ? '1 byte' : `1 to ${most} bytes`;
    return unexpectedEnd(start, path, `${label} (${sizes})`, end - start);
  }
  const found = describe(bytes.slice(start, stop + 1));
  if (stop === start + most) {
    const last = bytes.slice(start, stop);
    const expected = `${label}, ${most === 1 ? '1 byte' : `at most ${most} bytes`}`;
    return decodeFailure('invalid-value', start, path, expected, describe(last));
  }
  const isLast = stop === start + most - 1;
  if (isLast && !fitsLastByte(bytes[stop] ?? 0, encoding, bits)) {
    const { min, max } = varintRange(encoding, bits);
    const limits = bits > VARINT_NUMBER_BITS ? [min, max] : [Number(min), Number(max)];
    const range = limits.map(describe).join(' to ');
    return decodeFailure('invalid-value', start, path, `${label}, ${range}`, found);
  }
  return decodeFailure('invalid-value', start, path, `${label} without padding`, found);
}

function isContinued(bytes: Uint8Array, at: number): boolean {
  return (bytes[at] ?? 0) >= 0x80;
}

/** The seven bits of one byte; of the last byte of a signed one with its sign. */
function groupAt(bytes: Uint8Array, at: number, end: number, encoding: VarintEncoding): number {
  const group = (bytes[at] ?? 0) & 0x7f;
  return encoding === 'sleb128' && at === end - 1 && group >= 0x40 ? group - 0x80 : group;
}

/** Whether what the last possible byte holds beyond the last bit is nothing, or the sign once more. */
function fitsLastByte(byte: number, encoding: VarintEncoding, bits: number): boolean {
  const used = bits - 7 * (varintLimit(bits) - 1);
  if (encoding !== 'sleb128') return byte >> used === 0;
  const signs = byte >> (used - 1);
  return signs === 0 || signs === 0x7f >> (used - 1);
}

/** Whether the last byte says only what the one before says already. */
function isPadding(bytes: Uint8Array, last: number, encoding: VarintEncoding): boolean {
  const byte = bytes[last];
  if (encoding !== 'sleb128') return byte === 0;
  const sign = (bytes[last - 1] ?? 0) & 0x40;
  return byte === (sign === 0 ? 0 : 0x7f);
}

import { checkKeys } from '../check/check-keys.js';
import { checkBigint, checkInteger } from '../check/check-values.js';
import { grownValue } from '../errors/changed-value.js';
import { describe } from '../errors/describe.js';
import { encodeFailure } from '../errors/failures.js';
import type { Output } from '../output/output.js';
import type { VarintEncoding } from './varint-encoding.js';
import { VARINT_NUMBER_BITS, varintLabel, varintLimit, varintRange } from './varint-encoding.js';

/**
 * Bytes that an integer takes at least. It must be one; for what comes from a value there is {@link checkVarint}.
 *
 * @example 127 takes 1 byte as uleb128 and 2 bytes as sleb128
 */
export function varintSize(value: number | bigint, encoding: VarintEncoding): number {
  let size = 1;
  if (typeof value === 'bigint')
    for (let rest = bitsOfBigint(value, encoding); rest > 0x7fn; rest >>= 7n) size++;
  else for (let rest = bitsOfNumber(value, encoding); rest > 0x7f; rest = Math.floor(rest / 128)) size++;
  return size;
}

/**
 * An integer of a value, in the range of its bits.
 *
 * @throws EncodeError `wrong-type` for anything but an integer (no bigint beyond 53 bits), `out-of-range` for what does not fit.
 */
export function checkVarint(
  value: unknown,
  encoding: VarintEncoding,
  bits: number,
  offset: number | undefined,
  path: string,
): number | bigint {
  const { min, max } = varintRange(encoding, bits);
  const label = varintLabel(encoding, bits);
  return bits > VARINT_NUMBER_BITS
    ? checkBigint(value, min, max, offset, path, label)
    : checkInteger(value, Number(min), Number(max), offset, path, label);
}

/** Bytes that an integer of a value takes. @throws EncodeError as {@link checkVarint} does */
export function checkedVarintSize(
  value: unknown,
  encoding: VarintEncoding,
  bits: number,
  offset: number | undefined,
  path: string,
): number {
  return varintSize(checkVarint(value, encoding, bits, offset, path), encoding);
}

/**
 * Checks an integer of a value, writes it in as few bytes as can be, and gives the offset behind it.
 *
 * @throws EncodeError as {@link checkVarint} does, and `wrong-length` where the value has changed since it was sized.
 */
export function writeVarint(
  output: Output,
  value: unknown,
  encoding: VarintEncoding,
  bits: number,
  offset: number,
  path: string,
): number {
  const checked = checkVarint(value, encoding, bits, offset, path);
  return writeGroups(output, checked, varintSize(checked, encoding), encoding, offset, path);
}

/** An integer, and the number of bytes that it is written in. */
export interface PaddedVarint {
  readonly value: number | bigint;
  readonly byteLength: number;
}

const PADDED_KEYS: readonly (keyof PaddedVarint)[] = ['value', 'byteLength'];

/**
 * An integer of a value that may be padded: a plain one takes as few bytes as can be, one with `byteLength` more.
 *
 * @throws EncodeError as {@link checkVarint} does; `out-of-range` for a `byteLength` that is that of the plain integer,
 * or less, or more than the bits allow.
 */
export function checkPaddedVarint(
  value: unknown,
  encoding: VarintEncoding,
  bits: number,
  offset: number | undefined,
  path: string,
): PaddedVarint {
  if (typeof value !== 'object' || value === null) {
    const plain = checkVarint(value, encoding, bits, offset, path);
    return { value: plain, byteLength: varintSize(plain, encoding) };
  }
  checkKeys(value, PADDED_KEYS, offset, path);
  const at = (member: string): string => (path === '' ? member : `${path}.${member}`);
  const integer = checkVarint(Reflect.get(value, 'value'), encoding, bits, offset, at('value'));
  const least = varintSize(integer, encoding) + 1;
  const most = varintLimit(bits);
  const byteLength: unknown = Reflect.get(value, 'byteLength');
  if (least > most) {
    const expected = `a plain ${typeof integer}, as no padding fits`;
    throw encodeFailure('out-of-range', offset, at('byteLength'), expected, describe(byteLength));
  }
  const label = `bytes of a padded ${varintLabel(encoding, bits)}`;
  return {
    value: integer,
    byteLength: checkInteger(byteLength, least, most, offset, at('byteLength'), label),
  };
}

/** Bytes that an integer of a value takes that may be padded. @throws EncodeError as {@link checkPaddedVarint} does */
export function paddedVarintSize(
  value: unknown,
  encoding: VarintEncoding,
  bits: number,
  offset: number | undefined,
  path: string,
): number {
  return checkPaddedVarint(value, encoding, bits, offset, path).byteLength;
}

/** The same as {@link writeVarint} for an integer that may be padded. */
export function writePaddedVarint(
  output: Output,
  value: unknown,
  encoding: VarintEncoding,
  bits: number,
  offset: number,
  path: string,
): number {
  const { value: integer, byteLength } = checkPaddedVarint(value, encoding, bits, offset, path);
  return writeGroups(output, integer, byteLength, encoding, offset, path);
}

function writeGroups(
  { bytes }: Output,
  value: number | bigint,
  size: number,
  encoding: VarintEncoding,
  offset: number,
  path: string,
): number {
  if (size > bytes.length - offset) throw grownValue(offset, path, bytes.length - offset, size);
  const last = offset + size - 1;
  // the sign, and padding, are what rounding down and an arithmetic shift leave
  if (typeof value === 'bigint') {
    let rest = encoding === 'zigzag' ? bitsOfBigint(value, encoding) : value;
    for (let at = offset; at <= last; at++, rest >>= 7n)
      bytes[at] = Number(rest & 0x7fn) | (at < last ? 0x80 : 0);
  } else {
    let rest = encoding === 'zigzag' ? bitsOfNumber(value, encoding) : value;
    for (let at = offset; at <= last; at++) {
      const next = Math.floor(rest / 128);
      bytes[at] = (rest - 128 * next) | (at < last ? 0x80 : 0);
      rest = next;
    }
  }
  return offset + size;
}

/** The bits that an integer needs, as a number that is not negative: of a signed one the bits that differ from the sign, and one for that. Exact, as the integer has 53 bits. */
function bitsOfNumber(value: number, encoding: VarintEncoding): number {
  if (encoding === 'uleb128') return value;
  if (encoding === 'zigzag') return value < 0 ? -2 * value - 1 : 2 * value;
  return 2 * (value < 0 ? -value - 1 : value);
}

function bitsOfBigint(value: bigint, encoding: VarintEncoding): bigint {
  if (encoding === 'uleb128') return value;
  if (encoding === 'zigzag') return value < 0n ? -2n * value - 1n : 2n * value;
  return 2n * (value < 0n ? -value - 1n : value);
}

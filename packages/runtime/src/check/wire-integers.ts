import { checkBigint, checkInteger } from './check-values.js';

// What is checked first is small enough to be inlined where numbers are written; whatever fails it is looked at again,
// for the error. `-0` passes every comparison: it would come back as 0. Limits of bigints are literals, as computed ones cost.

/** An unsigned integer of 8 bits in a value. @throws EncodeError as {@link checkInteger} does @example `u8(256, 0, 'x')` throws "expected u8, 0 to 0xff (255), found 0x100 (256)" */
export const u8 = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && v >>> 0 === v && v <= 255 && !Object.is(v, -0)
    ? v
    : checkInteger(v, 0, 255, offset, path, 'u8');

/** A signed integer of 8 bits in a value. @throws EncodeError as {@link checkInteger} does */
export const i8 = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && (v | 0) === v && v >= -128 && v <= 127 && !Object.is(v, -0)
    ? v
    : checkInteger(v, -128, 127, offset, path, 'i8');

/** An unsigned integer of 16 bits in a value, big-endian. @throws EncodeError as {@link checkInteger} does */
export const u16be = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && v >>> 0 === v && v <= 0xffff && !Object.is(v, -0)
    ? v
    : checkInteger(v, 0, 0xffff, offset, path, 'u16be');

/** An unsigned integer of 16 bits in a value, little-endian. @throws EncodeError as {@link checkInteger} does */
export const u16le = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && v >>> 0 === v && v <= 0xffff && !Object.is(v, -0)
    ? v
    : checkInteger(v, 0, 0xffff, offset, path, 'u16le');

/** An unsigned integer of 16 bits in a value, in an order that a field tells. @throws EncodeError as {@link checkInteger} does */
export const u16 = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && v >>> 0 === v && v <= 0xffff && !Object.is(v, -0)
    ? v
    : checkInteger(v, 0, 0xffff, offset, path, 'u16');

/** A signed integer of 16 bits in a value, big-endian. @throws EncodeError as {@link checkInteger} does */
export const i16be = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && (v | 0) === v && v >= -0x8000 && v <= 0x7fff && !Object.is(v, -0)
    ? v
    : checkInteger(v, -0x8000, 0x7fff, offset, path, 'i16be');

/** A signed integer of 16 bits in a value, little-endian. @throws EncodeError as {@link checkInteger} does */
export const i16le = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && (v | 0) === v && v >= -0x8000 && v <= 0x7fff && !Object.is(v, -0)
    ? v
    : checkInteger(v, -0x8000, 0x7fff, offset, path, 'i16le');

/** A signed integer of 16 bits in a value, in an order that a field tells. @throws EncodeError as {@link checkInteger} does */
export const i16 = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && (v | 0) === v && v >= -0x8000 && v <= 0x7fff && !Object.is(v, -0)
    ? v
    : checkInteger(v, -0x8000, 0x7fff, offset, path, 'i16');

/** An unsigned integer of 32 bits in a value, big-endian. @throws EncodeError as {@link checkInteger} does */
export const u32be = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && v >>> 0 === v && !Object.is(v, -0)
    ? v
    : checkInteger(v, 0, 0xffffffff, offset, path, 'u32be');

/** An unsigned integer of 32 bits in a value, little-endian. @throws EncodeError as {@link checkInteger} does */
export const u32le = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && v >>> 0 === v && !Object.is(v, -0)
    ? v
    : checkInteger(v, 0, 0xffffffff, offset, path, 'u32le');

/** An unsigned integer of 32 bits in a value, in an order that a field tells. @throws EncodeError as {@link checkInteger} does */
export const u32 = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && v >>> 0 === v && !Object.is(v, -0)
    ? v
    : checkInteger(v, 0, 0xffffffff, offset, path, 'u32');

/** A signed integer of 32 bits in a value, big-endian. @throws EncodeError as {@link checkInteger} does */
export const i32be = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && (v | 0) === v && !Object.is(v, -0)
    ? v
    : checkInteger(v, -0x80000000, 0x7fffffff, offset, path, 'i32be');

/** A signed integer of 32 bits in a value, little-endian. @throws EncodeError as {@link checkInteger} does */
export const i32le = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && (v | 0) === v && !Object.is(v, -0)
    ? v
    : checkInteger(v, -0x80000000, 0x7fffffff, offset, path, 'i32le');

/** A signed integer of 32 bits in a value, in an order that a field tells. @throws EncodeError as {@link checkInteger} does */
export const i32 = (v: unknown, offset: number | undefined, path: string): number =>
  typeof v === 'number' && (v | 0) === v && !Object.is(v, -0)
    ? v
    : checkInteger(v, -0x80000000, 0x7fffffff, offset, path, 'i32');

/** Holds one number, so that an engine compares it with itself as 64 bits: comparing it with bounds calls a builtin twice. */
const UNSIGNED: BigUint64Array = /*@__PURE__*/ new BigUint64Array(1);
const SIGNED: BigInt64Array = /*@__PURE__*/ new BigInt64Array(1);

/** An unsigned integer of 64 bits in a value. */
function unsigned(v: unknown, offset: number | undefined, path: string, type: string): bigint {
  if (typeof v === 'bigint') {
    UNSIGNED[0] = v;
    if (UNSIGNED[0] === v) return v;
  }
  return checkBigint(v, 0n, 0xffffffffffffffffn, offset, path, type);
}

/** A signed integer of 64 bits in a value. */
function signed(v: unknown, offset: number | undefined, path: string, type: string): bigint {
  if (typeof v === 'bigint') {
    SIGNED[0] = v;
    if (SIGNED[0] === v) return v;
  }
  return checkBigint(v, -0x8000000000000000n, 0x7fffffffffffffffn, offset, path, type);
}

/** An unsigned integer of 64 bits in a value, big-endian. @throws EncodeError as {@link checkBigint} does */
export const u64be = (v: unknown, offset: number | undefined, path: string): bigint =>
  unsigned(v, offset, path, 'u64be');

/** An unsigned integer of 64 bits in a value, little-endian. @throws EncodeError as {@link checkBigint} does */
export const u64le = (v: unknown, offset: number | undefined, path: string): bigint =>
  unsigned(v, offset, path, 'u64le');

/** An unsigned integer of 64 bits in a value, in an order that a field tells. @throws EncodeError as {@link checkBigint} does */
export const u64 = (v: unknown, offset: number | undefined, path: string): bigint =>
  unsigned(v, offset, path, 'u64');

/** A signed integer of 64 bits in a value, big-endian. @throws EncodeError as {@link checkBigint} does */
export const i64be = (v: unknown, offset: number | undefined, path: string): bigint =>
  signed(v, offset, path, 'i64be');

/** A signed integer of 64 bits in a value, little-endian. @throws EncodeError as {@link checkBigint} does */
export const i64le = (v: unknown, offset: number | undefined, path: string): bigint =>
  signed(v, offset, path, 'i64le');

/** A signed integer of 64 bits in a value, in an order that a field tells. @throws EncodeError as {@link checkBigint} does */
export const i64 = (v: unknown, offset: number | undefined, path: string): bigint =>
  signed(v, offset, path, 'i64');

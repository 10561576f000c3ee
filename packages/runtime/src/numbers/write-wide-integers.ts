import { i64, i64be, i64le, u64, u64be, u64le } from '../check/wire-integers.js';
import { HALVES, HIGH, LOW, SIGNED, UNSIGNED } from './eight-bytes.js';

// A number is put where it is cut to 64 bits, which shows whether it fits, and written as two halves: engines call a builtin to
// compare it with a bound, and one more to write it by `setBigUint64`.

/** Checks an unsigned integer of 64 bits of a value and writes it, big-endian. @throws EncodeError as {@link checkBigint} does @example `writeU64be(view, 0, 258n, 'x')` writes `00 00 00 00 00 00 01 02` */
export function writeU64be(view: DataView, at: number, value: unknown, path: string): void {
  if (typeof value === 'bigint') {
    UNSIGNED[0] = value;
    if (UNSIGNED[0] === value) {
      view.setUint32(at, HALVES[HIGH] ?? 0);
      view.setUint32(at + 4, HALVES[LOW] ?? 0);
      return;
    }
  }
  u64be(value, at, path);
}

/** Checks an unsigned integer of 64 bits of a value and writes it, little-endian. @throws EncodeError as {@link checkBigint} does */
export function writeU64le(view: DataView, at: number, value: unknown, path: string): void {
  if (typeof value === 'bigint') {
    UNSIGNED[0] = value;
    if (UNSIGNED[0] === value) {
      view.setUint32(at, HALVES[LOW] ?? 0, true);
      view.setUint32(at + 4, HALVES[HIGH] ?? 0, true);
      return;
    }
  }
  u64le(value, at, path);
}

/** Checks a signed integer of 64 bits of a value and writes it, big-endian. @throws EncodeError as {@link checkBigint} does */
export function writeI64be(view: DataView, at: number, value: unknown, path: string): void {
  if (typeof value === 'bigint') {
    SIGNED[0] = value;
    if (SIGNED[0] === value) {
      view.setUint32(at, HALVES[HIGH] ?? 0);
      view.setUint32(at + 4, HALVES[LOW] ?? 0);
      return;
    }
  }
  i64be(value, at, path);
}

/** Checks a signed integer of 64 bits of a value and writes it, little-endian. @throws EncodeError as {@link checkBigint} does */
export function writeI64le(view: DataView, at: number, value: unknown, path: string): void {
  if (typeof value === 'bigint') {
    SIGNED[0] = value;
    if (SIGNED[0] === value) {
      view.setUint32(at, HALVES[LOW] ?? 0, true);
      view.setUint32(at + 4, HALVES[HIGH] ?? 0, true);
      return;
    }
  }
  i64le(value, at, path);
}

/** Checks an unsigned integer of 64 bits of a value and writes it, in an order that a field tells. @throws EncodeError as {@link checkBigint} does */
export function writeU64(
  view: DataView,
  at: number,
  value: unknown,
  path: string,
  littleEndian: boolean,
): void {
  if (typeof value === 'bigint') {
    UNSIGNED[0] = value;
    if (UNSIGNED[0] === value) {
      view.setUint32(at, HALVES[littleEndian ? LOW : HIGH] ?? 0, littleEndian);
      view.setUint32(at + 4, HALVES[littleEndian ? HIGH : LOW] ?? 0, littleEndian);
      return;
    }
  }
  u64(value, at, path);
}

/** Checks a signed integer of 64 bits of a value and writes it, in an order that a field tells. @throws EncodeError as {@link checkBigint} does */
export function writeI64(
  view: DataView,
  at: number,
  value: unknown,
  path: string,
  littleEndian: boolean,
): void {
  if (typeof value === 'bigint') {
    SIGNED[0] = value;
    if (SIGNED[0] === value) {
      view.setUint32(at, HALVES[littleEndian ? LOW : HIGH] ?? 0, littleEndian);
      view.setUint32(at + 4, HALVES[littleEndian ? HIGH : LOW] ?? 0, littleEndian);
      return;
    }
  }
  i64(value, at, path);
}

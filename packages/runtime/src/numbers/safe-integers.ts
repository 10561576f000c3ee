/**
 * An unsigned integer of 64 bits as a number; NaN where none holds it exactly. No bigint is made on the way.
 *
 * @example `00 00 00 01 00 00 00 02` is 0x100000002, and `00 20 00 00 00 00 00 00` (2^53) is NaN
 */
export function getSafeUint64(view: DataView, at: number, littleEndian: boolean): number {
  const high = view.getUint32(littleEndian ? at + 4 : at, littleEndian);
  const low = view.getUint32(littleEndian ? at : at + 4, littleEndian);
  return high <= MOST_HIGH ? high * HIGH_UNIT + low : Number.NaN;
}

/** A signed integer of 64 bits as a number; NaN where none holds it exactly. @example `ff` eight times is -1 */
export function getSafeInt64(view: DataView, at: number, littleEndian: boolean): number {
  const high = view.getInt32(littleEndian ? at + 4 : at, littleEndian);
  const low = view.getUint32(littleEndian ? at : at + 4, littleEndian);
  const value = high * HIGH_UNIT + low; // rounded at most where it is not safe
  return Number.isSafeInteger(value) ? value : Number.NaN;
}

/**
 * Writes a safe integer as 64 bits, signed or not: both halves are cut to 32 bits alike.
 *
 * @example `setSafeInt64(view, 0, 258, false)` writes `00 00 00 00 00 00 01 02`
 */
export function setSafeInt64(view: DataView, at: number, value: number, littleEndian: boolean): void {
  view.setUint32(littleEndian ? at : at + 4, value, littleEndian);
  view.setUint32(littleEndian ? at + 4 : at, Math.floor(value / HIGH_UNIT), littleEndian);
}

/** What a bit of the upper half counts. */
const HIGH_UNIT = 0x100000000;
/** The upper half of the largest safe integer. */
const MOST_HIGH = 0x1fffff;

/**
 * An unsigned integer of 1 to 6 bytes, for widths that `DataView` has no method for.
 *
 * @example `getUint(view, 0, 3, false)` of `01 02 03` is 0x010203
 */
export function getUint(view: DataView, at: number, size: number, littleEndian: boolean): number {
  let value = 0;
  for (let i = 0; i < size; i++)
    value = value * 0x100 + view.getUint8(littleEndian ? at + size - 1 - i : at + i);
  return value;
}

/**
 * A signed integer of 1 to 6 bytes, two's complement.
 *
 * @example `getInt(view, 0, 3, false)` of `ff ff fe` is -2
 */
export function getInt(view: DataView, at: number, size: number, littleEndian: boolean): number {
  const value = getUint(view, at, size, littleEndian);
  const range = 2 ** (8 * size);
  return value < range / 2 ? value : value - range;
}

/** An unsigned integer of any number of bytes, as a bigint. */
export function getBigUint(view: DataView, at: number, size: number, littleEndian: boolean): bigint {
  let value = 0n;
  for (let i = 0; i < size; i++) {
    value = (value << 8n) | BigInt(view.getUint8(littleEndian ? at + size - 1 - i : at + i));
  }
  return value;
}

/** A signed integer of any number of bytes, two's complement, as a bigint. */
export function getBigInt(view: DataView, at: number, size: number, littleEndian: boolean): bigint {
  return BigInt.asIntN(8 * size, getBigUint(view, at, size, littleEndian));
}

/**
 * Writes an integer of 1 to 6 bytes that is in range, signed or not.
 *
 * @example `setInt(view, 0, 3, -2, false)` writes `ff ff fe`
 */
export function setInt(view: DataView, at: number, size: number, value: number, littleEndian: boolean): void {
  let rest = value;
  for (let i = 0; i < size; i++) {
    const byte = ((rest % 0x100) + 0x100) % 0x100;
    view.setUint8(littleEndian ? at + i : at + size - 1 - i, byte);
    rest = (rest - byte) / 0x100;
  }
}

/** Writes an integer of any number of bytes that is in range, signed or not. */
export function setBigInt(
  view: DataView,
  at: number,
  size: number,
  value: bigint,
  littleEndian: boolean,
): void {
  let rest = value;
  for (let i = 0; i < size; i++) {
    view.setUint8(littleEndian ? at + i : at + size - 1 - i, Number(rest & 0xffn));
    rest >>= 8n;
  }
}

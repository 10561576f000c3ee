/** The bits of a number of `size` bytes, as an unsigned integer. */
export function readBits(view: DataView, offset: number, size: number, littleEndian: boolean): bigint {
  let bits = 0n;
  for (let i = 0; i < size; i++) {
    bits = (bits << 8n) | BigInt(view.getUint8(offset + (littleEndian ? size - 1 - i : i)));
  }
  return bits;
}

/** Writes the lowest bits of an integer to `size` bytes; negative ones in two's complement. */
export function writeBits(
  view: DataView,
  offset: number,
  size: number,
  bits: bigint,
  littleEndian: boolean,
): void {
  let rest = bits;
  for (let i = size - 1; i >= 0; i--) {
    view.setUint8(offset + (littleEndian ? size - 1 - i : i), Number(rest & 0xffn));
    rest >>= 8n;
  }
}

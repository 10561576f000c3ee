/** Bits of some bytes that are taken as one number, most significant byte first: `width` of them, `shift` from below. */
export function readBitsBe(
  view: DataView,
  offset: number,
  size: number,
  shift: number,
  width: number,
): bigint {
  let word = 0n;
  for (let at = offset; at < offset + size; at++) word = (word << 8n) | BigInt(view.getUint8(at));
  return BigInt.asUintN(width, word >> BigInt(shift));
}

/** The same for bytes of which the least significant one comes first. */
export function readBitsLe(
  view: DataView,
  offset: number,
  size: number,
  shift: number,
  width: number,
): bigint {
  let word = 0n;
  for (let at = offset + size - 1; at >= offset; at--) word = (word << 8n) | BigInt(view.getUint8(at));
  return BigInt.asUintN(width, word >> BigInt(shift));
}

/**
 * Adds bits to bytes that are taken as one number, most significant byte first: the lowest `width` bits of `value`,
 * `shift` from below. What other fields have there already stays; where these bits go, there must be zeros.
 */
export function writeBitsBe(
  view: DataView,
  offset: number,
  size: number,
  shift: number,
  width: number,
  value: number | bigint,
): void {
  let rest = BigInt.asUintN(width, BigInt(value)) << BigInt(shift);
  for (let at = offset + size - 1; at >= offset; at--) {
    view.setUint8(at, view.getUint8(at) | Number(rest & 0xffn));
    rest >>= 8n;
  }
}

/** The same for bytes of which the least significant one comes first. */
export function writeBitsLe(
  view: DataView,
  offset: number,
  size: number,
  shift: number,
  width: number,
  value: number | bigint,
): void {
  let rest = BigInt.asUintN(width, BigInt(value)) << BigInt(shift);
  for (let at = offset; at < offset + size; at++) {
    view.setUint8(at, view.getUint8(at) | Number(rest & 0xffn));
    rest >>= 8n;
  }
}

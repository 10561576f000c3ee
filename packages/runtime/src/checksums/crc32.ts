/** The reversed polynomial 0xedb88320 applied to each byte: one step a byte instead of eight. */
const TABLE: Uint32Array = /*@__PURE__*/ makeTable();

function makeTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) {
      remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    }
    return remainder;
  });
}

/**
 * The CRC-32 of IEEE 802.3, which Ethernet, gzip, PNG and ZIP use (CRC-32/ISO-HDLC in the catalogue of CRC
 * algorithms; RFC 1952, section 8).
 *
 * @returns an unsigned 32-bit number
 * @example `crc32` of the ASCII text "123456789" is 0xcbf43926
 */
export function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    remainder = (remainder >>> 8) ^ (TABLE[(remainder ^ byte) & 0xff] ?? 0);
  }
  return (remainder ^ 0xffffffff) >>> 0;
}

/**
 * The checksum of IP, ICMP, UDP and TCP (RFC 1071): the complement of the ones' complement sum of 16-bit words,
 * most significant byte first; an odd last byte counts as if a zero followed.
 *
 * @returns an unsigned 16-bit number
 * @example the bytes `00 01 f2 03 f4 f5 f6 f7` sum up to 0xddf2, so their checksum is 0x220d
 */
export function internetChecksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    sum += ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    // the carry goes back in at once, so that the sum never leaves 32 bits
    sum = (sum & 0xffff) + (sum >>> 16);
  }
  return ~sum & 0xffff;
}

/**
 * Whether bytes from `start` to `end` are all characters from one to another, both of which belong to them.
 *
 * @example `68 69` are all from 0x20 to 0x7e, `68 0a` are not
 */
export function isOfClass(bytes: Uint8Array, start: number, end: number, from: number, to: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < from || byte > to) return false;
  }
  return true;
}

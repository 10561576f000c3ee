/**
 * Offset of the first ill-formed sequence of UTF-8 in a range, or -1. Overlong forms, surrogates, what lies above
 * U+10FFFF and sequences that are cut short are ill-formed (Unicode, table 3-7).
 */
export function invalidUtf8At(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; ) {
    const size = sequenceSize(bytes, at, to);
    if (size === 0) return at;
    at += size;
  }
  return -1;
}

function sequenceSize(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const size =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (size === 0 || at + size > to) return 0;
  const second = bytes[at + 1] ?? 0;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let i = at + 2; i < at + size; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return size;
}

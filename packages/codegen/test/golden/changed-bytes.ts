/** All that is one small step away from bytes: cut short, a byte more, a byte less, a byte changed. */
export function* changedBytes(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at++) {
    const [before, byte = 0, after] = [bytes.subarray(0, at), bytes[at], bytes.subarray(at + 1)];
    yield before;
    yield Uint8Array.of(...before, ...after);
    yield Uint8Array.of(...before, 0, byte, ...after);
    for (const other of new Set([0, 0xff, byte ^ 0x01, byte ^ 0x80]))
      if (other !== byte) yield Uint8Array.of(...before, other, ...after);
  }
  yield Uint8Array.of(...bytes, 0);
}

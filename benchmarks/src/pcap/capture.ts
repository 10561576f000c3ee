import { randomNumbers } from '../measuring/random-numbers.js';

/** A capture of so many packets, always the same one, in little-endian order; most of up to 105 bytes, some of up to 641. */
export function captureOf(count: number): Uint8Array {
  const random = randomNumbers(99);
  const sizes = Uint16Array.from(
    { length: count },
    () => 42 + (random() % 8 === 0 ? random() % 600 : random() % 64),
  );
  const bytes = new Uint8Array(24 + sizes.reduce((sum, size) => sum + 16 + size, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xd4c3b2a1);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, 65_535, true);
  view.setUint32(20, 1, true);
  let o = 24;
  for (const [index, size] of sizes.entries()) {
    view.setUint32(o, 1_700_000_000 + (index >> 10), true);
    view.setUint32(o + 4, index % 1_000_000, true);
    view.setUint32(o + 8, size, true);
    view.setUint32(o + 12, size + (random() & 15), true);
    for (let k = 0; k < size; k += 7) bytes[o + 16 + k] = random();
    o += 16 + size;
  }
  return bytes;
}

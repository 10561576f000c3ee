import type { Png } from '../../../examples/png/generated/png.js';
import { randomNumbers } from '../measuring/random-numbers.js';

/** Bytes of image data in a chunk: what libpng writes. */
const CHUNK = 8192;

/** An image of so many chunks of data, always the same one, with a palette and a text. */
export function imageOf(count: number): Png {
  const random = randomNumbers(7);
  const chunks: Png['chunks'] = [
    {
      type: 'IHDR',
      data: { width: 4000, height: 3000, bitDepth: 8, colorType: 'palette', interlace: 'none' },
    },
    { type: 'gAMA', data: 45_455 },
    {
      type: 'PLTE',
      data: Array.from({ length: 256 }, () => ({
        red: random() & 255,
        green: random() & 255,
        blue: random() & 255,
      })),
    },
    { type: 'tEXt', data: { keyword: 'Title', text: 'An image of some length' } },
    { type: 'tIME', data: { year: 2024, month: 2, day: 29, hour: 12, minute: 30, second: 1 } },
  ];
  for (let i = 0; i < count; i++) {
    const data = new Uint8Array(CHUNK);
    for (let at = 0; at < CHUNK; at += 5) data[at] = random();
    chunks.push({ type: 'IDAT', data });
  }
  return { chunks };
}

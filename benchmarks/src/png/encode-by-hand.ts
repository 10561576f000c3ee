import type { Chunk, Png } from '../../../examples/png/generated/png.js';
import { crc32 } from '../crc32.js';
import { TYPES } from './decode-by-hand.js';

const COLOR_TYPES = { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgba: 6 } as const;

/** Encodes an image file; what its values are is not checked. */
export function encodeByHand({ chunks }: Png): Uint8Array {
  let size = 8 + 12;
  for (const chunk of chunks) size += 12 + sizeOf(chunk);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x89504e47);
  view.setUint32(4, 0x0d0a1a0a);
  let o = 8;
  for (const chunk of chunks) {
    const from = o + 8;
    const to = from + sizeOf(chunk);
    view.setUint32(o, to - from);
    writeData(bytes, view, from, chunk);
    view.setUint32(to, crc32(bytes, o + 4, to));
    o = to + 4;
  }
  view.setUint32(o + 4, TYPES.IEND);
  view.setUint32(o + 8, 0xae426082);
  return bytes;
}

function sizeOf(chunk: Chunk): number {
  switch (chunk.type) {
    case 'IHDR':
      return 13;
    case 'PLTE':
      return 3 * chunk.data.length;
    case 'gAMA':
      return 4;
    case 'tEXt':
      return chunk.data.keyword.length + 1 + chunk.data.text.length;
    case 'tIME':
      return 7;
    default:
      return chunk.data.length;
  }
}

function writeData(bytes: Uint8Array, view: DataView, from: number, chunk: Chunk): void {
  if (chunk.type === undefined) putLatin1(bytes, from - 4, chunk.name);
  else view.setUint32(from - 4, TYPES[chunk.type]);
  switch (chunk.type) {
    case 'IHDR': {
      const { width, height, bitDepth, colorType, interlace } = chunk.data;
      view.setUint32(from, width);
      view.setUint32(from + 4, height);
      bytes[from + 8] = bitDepth;
      bytes[from + 9] = COLOR_TYPES[colorType];
      bytes[from + 12] = interlace === 'none' ? 0 : 1;
      break;
    }
    case 'PLTE': {
      let at = from;
      for (const { red, green, blue } of chunk.data) {
        bytes[at] = red;
        bytes[at + 1] = green;
        bytes[at + 2] = blue;
        at += 3;
      }
      break;
    }
    case 'gAMA':
      view.setUint32(from, chunk.data);
      break;
    case 'tEXt':
      putLatin1(bytes, from, chunk.data.keyword);
      putLatin1(bytes, from + chunk.data.keyword.length + 1, chunk.data.text);
      break;
    case 'tIME': {
      const { year, month, day, hour, minute, second } = chunk.data;
      view.setUint16(from, year);
      bytes.set([month, day, hour, minute, second], from + 2);
      break;
    }
    default:
      bytes.set(chunk.data, from);
  }
}

function putLatin1(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}

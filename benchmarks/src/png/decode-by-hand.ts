import type { Chunk, Color, ImageHeader, Png } from '../../../examples/png/generated/png.js';
import { crc32 } from '../crc32.js';

/** Where a chunk's data lies. */
interface Reading {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** IHDR, PLTE and so on as numbers. */
export const TYPES = {
  IHDR: 0x49484452,
  PLTE: 0x504c5445,
  IDAT: 0x49444154,
  gAMA: 0x67414d41,
  tEXt: 0x74455874,
  tIME: 0x74494d45,
  IEND: 0x49454e44,
} as const;

const COLOR_TYPES: readonly (ImageHeader['colorType'] | undefined)[] = [
  'grey',
  undefined,
  'rgb',
  'palette',
  'greyAlpha',
  undefined,
  'rgba',
];
const INTERLACES = ['none', 'adam7'] as const;

/**
 * Decodes an image file; all sums are checked.
 *
 * @throws Error where something is wrong.
 */
export function decodeByHand(bytes: Uint8Array): Png {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length;
  if (end < 8 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    throw new Error('No image');
  const r = { bytes, view };
  const chunks: Chunk[] = [];
  let o = 8;
  for (;;) {
    if (end - o < 12) throw new RangeError(`The input ends in the chunk at ${o}`);
    const size = view.getUint32(o);
    const type = view.getUint32(o + 4);
    const from = o + 8;
    if (end - from - 4 < size) throw new RangeError(`The input ends in the chunk at ${o}`);
    const to = from + size;
    if (type === TYPES.IEND && size === 0 && to + 4 === end) {
      if (view.getUint32(to) !== 0xae426082) throw new Error('Another sum of the end');
      return { chunks };
    }
    if (crc32(bytes, o + 4, to) !== view.getUint32(to)) throw new Error(`Another sum at ${to}`);
    chunks.push(readChunk(r, type, from, to));
    o = to + 4;
  }
}

function readChunk(r: Reading, type: number, from: number, to: number): Chunk {
  const { bytes, view } = r;
  switch (type) {
    case TYPES.IDAT:
      return { type: 'IDAT', data: bytes.slice(from, to) };
    case TYPES.IHDR:
      return { type: 'IHDR', data: readHeader(r, from, to) };
    case TYPES.PLTE:
      return { type: 'PLTE', data: readPalette(r, from, to) };
    case TYPES.gAMA:
      sized(from, to, 4);
      return { type: 'gAMA', data: view.getUint32(from) };
    case TYPES.tEXt: {
      const zero = bytes.indexOf(0, from);
      if (zero < 0 || zero >= to) throw new Error(`No keyword at ${from}`);
      const data = { keyword: latin1At(bytes, from, zero), text: latin1At(bytes, zero + 1, to) };
      return { type: 'tEXt', data };
    }
    case TYPES.tIME: {
      sized(from, to, 7);
      const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = bytes.subarray(from + 2, to);
      return { type: 'tIME', data: { year: view.getUint16(from), month, day, hour, minute, second } };
    }
    default:
      return { type: undefined, name: latin1At(bytes, from - 4, from), data: bytes.slice(from, to) };
  }
}

function readHeader({ bytes, view }: Reading, from: number, to: number): ImageHeader {
  sized(from, to, 13);
  const colorType = COLOR_TYPES[bytes[from + 9] ?? 7];
  const interlace = INTERLACES[bytes[from + 12] ?? 2];
  if (colorType === undefined || interlace === undefined || view.getUint16(from + 10) !== 0)
    throw new Error(`No header at ${from}`);
  return {
    width: view.getUint32(from),
    height: view.getUint32(from + 4),
    bitDepth: view.getUint8(from + 8),
    colorType,
    interlace,
  };
}

function readPalette({ bytes }: Reading, from: number, to: number): Color[] {
  if ((to - from) % 3 !== 0) throw new Error(`No palette at ${from}`);
  const colors: Color[] = [];
  for (let at = from; at < to; at += 3)
    colors.push({ red: bytes[at] ?? 0, green: bytes[at + 1] ?? 0, blue: bytes[at + 2] ?? 0 });
  return colors;
}

function sized(from: number, to: number, size: number): void {
  if (to - from !== size) throw new Error(`${to - from} bytes at ${from}, not ${size}`);
}

function latin1At(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}

import type { Chunk, Png } from '../../../examples/png/generated/png.js';
import type { Codec } from '../contender.js';
import { kaitaiParser } from '../peers/kaitai.js';

/** A chunk as kaitai-struct reads it. */
interface KaitaiChunk {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Value = { readonly chunks: readonly KaitaiChunk[] };

const sequence = (...seq: readonly (readonly [id: string, type: string])[]): object => ({
  seq: seq.map(([id, type]) => ({ id, type })),
});

/** kaitai-struct: it checks no sums, and types of chunks stay names. */
export async function kaitaiPng(): Promise<Codec<Value>> {
  const parse = await kaitaiParser(
    {
      meta: { id: 'image', endian: 'be', encoding: 'ISO-8859-1' },
      seq: [
        { id: 'signature', contents: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
        { id: 'chunks', type: 'chunk', repeat: 'until', 'repeat-until': '_.type == "IEND"' },
      ],
      types: {
        chunk: {
          seq: [
            { id: 'size', type: 'u4' },
            { id: 'type', type: 'str', size: 4, encoding: 'ASCII' },
            {
              id: 'body',
              size: 'size',
              type: {
                'switch-on': 'type',
                cases: {
                  '"IHDR"': 'header',
                  '"PLTE"': 'palette',
                  '"gAMA"': 'gamma',
                  '"tEXt"': 'text',
                  '"tIME"': 'time',
                },
              },
            },
            { id: 'crc', type: 'u4' },
          ],
        },
        header: sequence(
          ['width', 'u4'],
          ['height', 'u4'],
          ['bit_depth', 'u1'],
          ['color_type', 'u1'],
          ['compression', 'u1'],
          ['filter', 'u1'],
          ['interlace', 'u1'],
        ),
        palette: { seq: [{ id: 'colors', type: 'color', repeat: 'eos' }] },
        color: sequence(['red', 'u1'], ['green', 'u1'], ['blue', 'u1']),
        gamma: sequence(['value', 'u4']),
        text: {
          seq: [
            { id: 'keyword', type: 'strz' },
            { id: 'text', type: 'str', 'size-eos': true },
          ],
        },
        time: sequence(
          ['year', 'u2'],
          ['month', 'u1'],
          ['day', 'u1'],
          ['hour', 'u1'],
          ['minute', 'u1'],
          ['second', 'u1'],
        ),
      },
    },
    'Image',
  );
  return {
    decode: (bytes) => parse(bytes) as Value, // what its schema says
    normalise: ({ chunks }) => ({ chunks: chunks.slice(0, -1).map(chunkOf) }) satisfies Png,
  };
}

function chunkOf({ type, body }: KaitaiChunk): Chunk {
  const members = Object.entries(body).filter(([key]) => !key.startsWith('_'));
  const data = Object.fromEntries(members);
  if (body instanceof Uint8Array) return { type: 'IDAT', data: body };
  switch (type) {
    case 'PLTE': {
      const colors = data.colors as readonly Readonly<Record<'red' | 'green' | 'blue', number>>[];
      return { type, data: colors.map(({ red, green, blue }) => ({ red, green, blue })) };
    }
    case 'gAMA':
      return { type, data: data.value as number };
    case 'IHDR': {
      const { colorType, compression, filter, interlace, ...rest } = data;
      if (compression !== 0 || filter !== 0 || interlace !== 0 || colorType !== 3)
        throw new Error('Another header');
      return { type, data: { ...rest, colorType: 'palette', interlace: 'none' } } as unknown as Chunk; // of what is measured
    }
    default:
      return { type, data } as unknown as Chunk; // whose members are named alike
  }
}

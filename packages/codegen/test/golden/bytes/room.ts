import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  { struct: 'Trailer', bytes: `01 00 00 00  crc32\n02 00 00 00  size`, value: { crc32: 1, size: 2 } },
  {
    struct: 'Member',
    bytes: `1f 8b        magic\n03 00        data\n00 00 00 00  trailer.crc32\n05 00 00 00  trailer.size`,
    value: { data: Uint8Array.of(3, 0), trailer: { crc32: 0, size: 5 } },
  },
  {
    struct: 'Member',
    bytes: `1f 8b                 magic\n00 00 00 00 05 00 00  one byte less than the trailer`,
    error: 'unexpected-end at 2 in data',
  },
  {
    struct: 'Tail',
    bytes: `02           kind\n01 00 02     items[0]\n03 00 04     items[1]\n00 05 00 06  body`,
    value: {
      kind: 2,
      items: [
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ],
      body: { type: 'pair', value: { x: 5, y: 6 } },
    },
  },
  {
    struct: 'Tail',
    bytes: `01        kind\n01 00     items[0]: cut short by the body\n05 00 00 00  body`,
    error: 'unexpected-end at 2 in items[0].b',
  },
  {
    struct: 'Signed',
    bytes: `68 69  text\nca fe  end: the mark`,
    value: { text: 'hi', end: { type: 'mark', value: 0xcafe } },
  },
  {
    struct: 'SummedFrame',
    bytes: `02           kind\n00 07 00 08  body.value\nca 3a 76 b7  crc, by zlib`,
    value: { body: { type: 'words', value: Uint16Array.of(7, 8) } },
  },
  {
    struct: 'SummedFrame',
    bytes: `09           kind\nff           body.value\n3b 46 19 bd  crc, by zlib`,
    value: { body: { type: undefined, kind: 9, value: Uint8Array.of(0xff) } },
  },
  {
    struct: 'SummedFrame',
    bytes: `02           kind\n00 07 00     body.value, with half a word\n00 00 00 00  crc`,
    error: 'unexpected-end at 3 in body.value[1]',
  },
  {
    struct: 'SummedFrame',
    bytes: `01           kind\n00 00 00     a byte less than the crc`,
    error: 'unexpected-end at 1 in body',
  },
  {
    struct: 'Chain',
    bytes: `05 06  links[0]\n07     links[1]: a short one, as the list ends here\n00 0c  sum`,
    value: { links: [{ type: 'long', value: 0x506 }, { type: 'short', value: 7 }], sum: 12 },
  },
];

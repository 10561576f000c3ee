import type { Example } from '../example.js';

const head = `
  02                       n: one for counted, and 1
  00 04                    size of regioned
  01 00 02 00 ff ff        fixed: 1, 2, 65535, low bytes first
`;

export const examples: readonly Example[] = [
  { struct: 'Point', bytes: `00 01  x\n00 02  y`, value: { x: 1, y: 2 } },
  {
    struct: 'Lists',
    bytes: `${head}
      01                       points: one
      00 05 00 06              points[0]
      ff ff ff ff ff ff ff ff  counted[0]
      01 61                    names[0]: "a"
      00                       names[1]: ""
      ff                       end of names
      00 07 00 08              regioned[0]
      03 00 05                 small: 3, 0, 5
      00 00                    end of small
      02 ca fe                 blobs[0]
      00                       blobs[1]
      00 00 00 09              rest[0]`,
    value: {
      fixed: Uint16Array.of(1, 2, 65535),
      points: [{ x: 5, y: 6 }],
      counted: BigInt64Array.of(-1n),
      names: ['a', ''],
      regioned: [{ x: 7, y: 8 }],
      small: Uint8Array.of(3, 0, 5),
      blobs: [Uint8Array.of(0xca, 0xfe), new Uint8Array(0)],
      rest: Uint32Array.of(9),
    },
  },
  {
    struct: 'Lists',
    bytes: `00  n: less than the 1 that is added\n00 00  size`,
    error: 'unexpected-end at 3 in fixed',
  },
  {
    struct: 'Lists',
    bytes: `00  n\n00 00  size\n00 00 00 00 00 00  fixed\n00  points: none\nff  no element of counted, as there can be -1`,
    error: 'invalid-value at 10 in counted',
  },
  { struct: 'Lists', bytes: `${head}\n02  points: two\n00 05 00 06 00 07  one and a half`, error: 'unexpected-end at 10 in points' },
  {
    struct: 'Lists',
    bytes: `01  n\n00 03  size: not a whole number of points\n00 00 00 00 00 00  fixed\n00  points\nff  names\n00 07 00  regioned`,
    error: 'unexpected-end at 13 in regioned[0].y',
  },
];

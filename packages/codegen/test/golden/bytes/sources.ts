import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    struct: 'FromNumbers',
    bytes: `
08           sum: 5 and 2, and 1 as far is above 9
3f 80 00 00  ratio
00 00 00 00  noise
05           short
03           padded
21           high: 2, low: 1
25           far
`,
    value: { ratio: 1, noise: 0, short: 5, padded: 3, high: 2, low: 1, far: 37n },
  },
  {
    struct: 'FromNames',
    bytes: `
3d  code: 1 for red, 4 for quick, 8 as it is set, 16 as it is marked, 32 for a file
01  colour
01  kind
01  options
01  isSet
02  isKept
7e  first, which is the mark
`,
    value: {
      colour: 'red',
      kind: 'file',
      options: { quick: true, unknown: 0 },
      isSet: true,
      isKept: 2,
      isMarked: true,
      first: 0x7e,
    },
  },
  {
    struct: 'FromLists',
    bytes: `
10           total: 2 of each, and 8 for the note
01           has
68 69        text
ca fe        data
00 01 00 02  numbers
07 08        pairs
21           note
`,
    value: {
      has: true,
      text: 'hi',
      data: Uint8Array.of(0xca, 0xfe),
      numbers: Uint16Array.of(1, 2),
      pairs: [{ x: 7 }, { x: 8 }],
      note: '!',
    },
  },
];

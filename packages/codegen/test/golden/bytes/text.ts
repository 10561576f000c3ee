import type { Example } from '../example.js';

const head = `
  61 62 63 64              fixed: "abcd"
  02 e9 ff                 prefixed: two characters of latin1
  00 08                    blobSize: twice 1, and 6
  00 00 00 00 00 00 00 02  longSize
`;

export const examples: readonly Example[] = [
  {
    struct: 'Text',
    bytes: `${head}
      02 00 00 00              label: two bytes
      c3 a9                    "é"
      2a                       blob
      c3 bc                    long: "ü"
      01 02 03 04              four
      05 06                    rest, up to the tail
      00 07                    tail`,
    value: {
      fixed: 'abcd',
      prefixed: 'éÿ',
      label: 'é',
      blob: Uint8Array.of(42),
      long: 'ü',
      four: Uint8Array.of(1, 2, 3, 4),
      rest: Uint8Array.of(5, 6),
      tail: 7,
    },
  },
  { struct: 'Text', bytes: `61 62 63 80  fixed: 0x80 is not ASCII`, error: 'invalid-text at 3 in fixed' },
  {
    struct: 'Text',
    bytes: `${head}\n01 00 00 00  label: one byte\nc3  half of a character`,
    error: 'invalid-text at 21 in label',
  },
  {
    struct: 'Text',
    bytes: `61 62 63 64  fixed\n00  prefixed\n00 07  blobSize: a half\n00 00 00 00 00 00 00 00  longSize\n00 00 00 00  label`,
    error: 'invalid-value at 19 in blob',
  },
];

import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    struct: 'Integers',
    bytes: `
      ff                       a: 255
      ff                       b: -1
      01 02                    c: 1 * 256 + 2
      01 02                    d: 2 * 256 + 1
      ff fe                    e: -2
      fe ff                    f: -2
      80 00 00 00              g: 2 to the 31st
      00 00 00 80              h: 2 to the 31st
      80 00 00 00              i: minus 2 to the 31st
      ff ff ff 7f              j: 2 to the 31st, less 1
      00 20 00 00 00 00 00 01  k: 2 to the 53rd and 1, which no number holds
      01 00 00 00 00 00 20 00  l: the same
      ff ff ff ff ff ff ff fe  m: -2
      00 00 00 00 00 00 00 80  n: minus 2 to the 63rd`,
    value: {
      a: 255,
      b: -1,
      c: 258,
      d: 513,
      e: -2,
      f: -2,
      g: 2147483648,
      h: 2147483648,
      i: -2147483648,
      j: 2147483647,
      k: 9007199254740993n,
      l: 9007199254740993n,
      m: -2n,
      n: -9223372036854775808n,
    },
  },
  { struct: 'Integers', bytes: `00  a\n00  b\n01  half of c`, error: 'unexpected-end at 2 in c' },
];

import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    struct: 'Varints',
    bytes: `
      ac 02        tag: 300, the second example of Protocol Buffers' old guide
      7f           small
      e5 8e 26     unsigned: 624485
      c0 bb 78     signed: -123456
      ff ff ff ff 0f  wide: -2147483648 in zigzag
      fe 7f        padded: -2, one byte more than it needs
      83 80 00     paddedWide: 3, two bytes more
      07           flag: neither 0 nor 1
      02           two of each
      80 01        128
      03           3`,
    value: {
      small: 127,
      unsigned: 624485,
      signed: -123456,
      wide: -2147483648n,
      padded: { value: -2, byteLength: 2 },
      paddedWide: { value: 3n, byteLength: 3 },
      flag: 7,
      each: [128, 3],
    },
  },
  {
    struct: 'Varints',
    bytes: `
      ac 02        tag
      00           small
      00           unsigned
      7f           signed: -1
      00           wide
      7e           padded: -2 in one byte
      03           paddedWide
      01           flag: true
      00           none of each`,
    value: {
      small: 0,
      unsigned: 0,
      signed: -1,
      wide: 0n,
      padded: -2,
      paddedWide: 3n,
      flag: true,
      each: [],
    },
  },
  { struct: 'Varints', bytes: `ac 82 00     tag, padded`, error: 'invalid-value at 0 in tag' },
  { struct: 'Varints', bytes: `ad 02     tag: 301`, error: 'wrong-constant at 0 in tag' },
  {
    struct: 'Varints',
    bytes: `
      ac 02  tag
      80     small: a byte that says another one follows`,
    error: 'invalid-value at 2 in small',
  },
  {
    struct: 'Varints',
    bytes: `
      ac 02  tag
      7f     small
      e5 8e  unsigned, cut`,
    error: 'unexpected-end at 3 in unsigned',
  },
  {
    struct: 'Varints',
    bytes: `
      ac 02           tag
      7f              small
      ff ff ff ff 10  unsigned: bit 32 is set`,
    error: 'invalid-value at 3 in unsigned',
  },
  {
    struct: 'Varints',
    bytes: `
      ac 02  tag
      7f     small
      80 00  unsigned: 0 in two bytes`,
    error: 'invalid-value at 3 in unsigned',
  },
  {
    struct: 'Prefixed',
    bytes: `
      01        length of the blob
      ca        blob
      02        length of the text
      68 69     text: "hi"
      01        one word
      00 07     7
      01        one pair
      ac 02     key: 300
      01 61     value: "a"
      02        length of the region
      05        kind
      2a        rest`,
    value: {
      blob: Uint8Array.of(0xca),
      text: 'hi',
      words: Uint16Array.of(7),
      pairs: [{ key: 300, value: 'a' }],
      region: { kind: 5, rest: Uint8Array.of(0x2a) },
    },
  },
  {
    struct: 'Prefixed',
    bytes: `
      00        no blob
      00        no text
      7f        -1 words`,
    error: 'invalid-value at 2 in words',
  },
  {
    struct: 'Prefixed',
    bytes: `
      80 01     length of the blob: 128
      00        less than that`,
    error: 'unexpected-end at 2 in blob',
  },
  {
    struct: 'Derived',
    bytes: `
      03        length of the blob, and 2
      01        one number
      80 01     limit: 128
      aa        blob
      00 09     9
      05        note`,
    value: { limit: 128, blob: Uint8Array.of(0xaa), numbers: Uint16Array.of(9), note: 5 },
  },
];

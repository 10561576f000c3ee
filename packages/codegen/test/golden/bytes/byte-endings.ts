import type { Example } from '../example.js';

const padded = `
  2e 2f 61 00 62 00 00 00  name: "./a\\0b", as the zero inside is content
  00 41 20 41 00 20        wide: "A", U+2041, and one unit of fill
  00 01 00                 data: 00 01
`;

export const examples: readonly Example[] = [
  {
    struct: 'Terminated',
    bytes: `
      03                       size: that of the name and its terminator
      e9 62 00                 name: "éb"
      47 45 54 0d 0d 0a        line: "GET\\r"
      00 01 52 d8 62 df 00 00  wide: U+0100, U+24B62
      00 fe ff                 blob: 00 fe
      07 01                    marks: 07`,
    value: {
      name: 'éb',
      line: 'GET\r',
      wide: '\u0100\u{24b62}',
      blob: Uint8Array.of(0, 0xfe),
      marks: Uint8Array.of(7),
    },
  },
  {
    struct: 'Terminated',
    bytes: `04        size: one too much\ne9 62 00  name`,
    error: 'mismatch at 0 in size',
  },
  {
    struct: 'Terminated',
    bytes: `01  size\n00  name\n61 0a 0d  line: no CR LF`,
    error: 'unexpected-end at 2 in line',
  },
  {
    struct: 'Terminated',
    bytes: `01  size\n00  name\n0d 0a  line\n61 00 00  wide: "a", and half a terminator`,
    error: 'unexpected-end at 4 in wide',
  },
  {
    struct: 'Terminated',
    bytes: `01  size\n00  name\n0d 0a  line\n00 00  wide\nff  blob\n01 01  marks: ended before the region does`,
    error: 'trailing-bytes at 8 in marks',
  },
  {
    struct: 'Padded',
    bytes: `${padded}
      00 00 00 00              unused
      ff ff                    gap
      02                       slotWidth
      c3 a9                    label: "é", and no fill
      2a 07 2a                 data: 2a 07
      00 01                    unused
      00 00                    gap`,
    value: {
      name: './a\0b',
      wide: 'A\u2041',
      data: Uint8Array.of(0, 1),
      unused: undefined,
      slotWidth: 2,
      slot: { label: 'é', data: Uint8Array.of(0x2a, 7), unused: Uint8Array.of(0, 1) },
    },
  },
  {
    struct: 'Padded',
    bytes: `${padded}\n00 00 00 01  unused\nff 00  gap: no fill`,
    error: 'wrong-constant at 22 in gap',
  },
  {
    struct: 'Padded',
    bytes: `${padded}\n00 00 00 00  unused\nff ff  gap\n02  slotWidth\nc3 00  label: half a character`,
    error: 'invalid-text at 24 in slot.label',
  },
  {
    struct: 'Tried',
    bytes: `68 69 00  one: text\n04 d8 01 dc 37  rest: U+10437`,
    value: { one: { type: 'text', value: 'hi' }, rest: '\u{10437}' },
  },
  {
    struct: 'Tried',
    bytes: `80 20 00 07  one: no ASCII up to the zero, so the field\n00  rest`,
    value: {
      one: { type: 'field', value: { name: Uint8Array.of(0x80), note: Uint8Array.of(7) } },
      rest: '',
    },
  },
  {
    struct: 'Tried',
    bytes: `80 81  one: a number\n02 00 61  rest: "a"`,
    value: { one: { type: 'number', value: 0x8081 }, rest: 'a' },
  },
];

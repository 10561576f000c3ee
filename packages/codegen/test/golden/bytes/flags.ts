import type { Example } from '../example.js';

const none = { text: false, headerChecksum: false, extra: false, name: false, comment: false, unknown: 0 };

export const examples: readonly Example[] = [
  {
    struct: 'GzipFlags',
    bytes: `
      8d     flags: text, extra, name, and bit 7, which has no name
      01 00  length of extra
      ca     extra
      02     length of the name
      68 69  "hi"`,
    value: {
      flags: { ...none, text: true, extra: true, name: true, unknown: 0x80 },
      extra: Uint8Array.of(0xca),
      name: 'hi',
    },
  },
  { struct: 'GzipFlags', bytes: `00     no flags`, value: { flags: none, extra: undefined, name: undefined } },
  {
    struct: 'FlagWidths',
    bytes: `
      a1                       all: a, f, h
      80 00 00 06              high: sign, and bits 1 and 2
      80 00 00 00 00 00 00 02  wide: last, and bit 1
      81 80 80 80 80 20        few: one, and bit 40
      01 01                    strict: read, write
      80 80 80 80 80 80 80 08  strictWide: bit 52 is in the eighth byte
      02                       two of each
      01                       even
      ff                       even, and all others
      01                       perhaps: set`,
    error: 'invalid-value at 13 in few',
  },
  {
    struct: 'FlagWidths',
    bytes: `
      a1                       all: a, f, h
      80 00 00 06              high: sign, and bits 1 and 2
      80 00 00 00 00 00 00 02  wide: last, and bit 1
      83 80 80 80 80 10        few: one, far, and bit 1
      01 01                    strict: read, write
      80 80 80 80 80 80 80 08  strictWide: bit 52 is in the eighth byte
      02                       two of each
      01                       even
      ff                       even, and all others
      01                       perhaps: set`,
    value: {
      all: { a: true, b: false, c: false, d: false, e: false, f: true, g: false, h: true, unknown: 0 },
      high: { low: false, sign: true, unknown: 6 },
      wide: { first: false, last: true, unknown: 2n },
      few: { one: true, far: true, unknown: 2 },
      strict: { read: true, write: true },
      strictWide: { far: true },
      each: [
        { even: true, unknown: 0 },
        { even: true, unknown: 0xfe },
      ],
      perhaps: { set: true },
    },
  },
  {
    struct: 'FlagWidths',
    bytes: `
      01                       all: a
      00 00 00 00              high
      00 00 00 00 00 00 00 00  wide
      00                       few
      02 00                    strict: bit 1, which has no name`,
    error: 'invalid-value at 14 in strict',
  },
  {
    struct: 'ManyFlags',
    bytes: `
      00 00 08 01  flags: carry and overflow
      00           no history
      02           last`,
    value: {
      flags: {
        carryFlag: true,
        parityFlag: false,
        auxiliaryCarryFlag: false,
        zeroFlag: false,
        signFlag: false,
        trapFlag: false,
        interruptEnableFlag: false,
        directionFlag: false,
        overflowFlag: true,
        unknown: 0,
      },
      history: [],
      last: {
        aRatherLongNameForAFlag: false,
        anotherRatherLongName: true,
        andAThirdOneWhichIsAsLong: false,
        unknown: 0,
      },
    },
  },
  { struct: 'FlagWidths', bytes: `04     all: c, and neither a nor b`, error: 'check-failed at 0 in all' },
];

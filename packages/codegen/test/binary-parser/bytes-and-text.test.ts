import {
  byteLength,
  bytes,
  cstring,
  derived,
  list,
  padded,
  padding,
  prefix,
  reserved,
  sized,
  string,
  struct,
  terminated,
  toEnd,
  u8,
  u16be,
  u16le,
  u64be,
} from '@bytewright/schema-dsl';
import { Parser } from 'binary-parser/dist/binary_parser.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWithBinaryParser } from '../../src/binary-parser/index.js';
import { hex, itAgrees } from './agreement.js';

const some = (size: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: size, maxLength: size });

describe('bytes', () => {
  itAgrees('fixed', bytes(3), { examples: [['0a 0b 0c', hex('0a0b0c')]], values: some(3) });
  itAgrees('fixed, none', struct('None', { none: bytes(0), last: u8 }), {
    examples: [['07', { none: hex(''), last: 7 }]],
    values: fc.record({ none: some(0), last: fc.nat(255) }),
  });
  for (const [name, type, digits] of [
    ['u8', u8, '02'],
    ['u16le', u16le, '02 00'],
    ['u64be', u64be, '00 00 00 00 00 00 00 02'],
  ] as const) {
    itAgrees(`after a ${name} prefix`, bytes(prefix(type)), {
      examples: [[`${digits} ca fe`, hex('cafe')]],
      values: fc.uint8Array({ maxLength: 20 }),
    });
  }

  const Blob = struct('Blob', { length: derived(u16be), kind: u8, data: bytes() }).where(($) => [
    $.length.is(byteLength($.data).plus(3)),
  ]);
  itAgrees('as long as an expression says', Blob, {
    examples: [
      ['00 05 07 ca fe', { kind: 7, data: hex('cafe') }],
      ['00 03 07', { kind: 7, data: hex('') }],
    ],
    values: fc.record({ kind: fc.nat(255), data: fc.uint8Array({ maxLength: 20 }) }),
  });
  it('as long as an expression says: refuses a negative length', () => {
    expect(() => parseWithBinaryParser(Blob, hex('00 02 07 ca fe'))).toThrow('Blob.data: -1 is not a size');
  });

  const Trailer = struct('Trailer', { data: bytes(toEnd), sum: u16be });
  itAgrees('to the end, less what follows', Trailer, {
    examples: [
      ['0a 0b 00 01', { data: hex('0a0b'), sum: 1 }],
      ['00 01', { data: hex(''), sum: 1 }],
    ],
    values: fc.record({ data: fc.uint8Array({ maxLength: 20 }), sum: fc.nat(0xffff) }),
    isOpen: true,
  });
  it('to the end, less what follows: refuses an input that is shorter than what follows', () => {
    expect(() => parseWithBinaryParser(Trailer, hex('01'))).toThrow('Trailer.data');
  });

  const Boxed = struct('BoxedToEnd', { box: sized(toEnd, list(u16be, toEnd)), sum: u16be });
  itAgrees('a region to the end, less what follows', Boxed, {
    examples: [
      ['00 07 00 01', { box: Uint16Array.of(7), sum: 1 }],
      ['00 01', { box: new Uint16Array(0), sum: 1 }],
    ],
    values: fc.record({ box: fc.uint16Array({ maxLength: 9 }), sum: fc.nat(0xffff) }),
    isOpen: true,
  });

  it('gives copies, which are not Buffers', () => {
    const input = Buffer.from([1, 2]);
    const { value } = parseWithBinaryParser(bytes(2), input);
    input[0] = 9;
    expect(Object.getPrototypeOf(value)).toBe(Uint8Array.prototype);
    expect(value).toEqual(hex('0102'));
  });
});

describe('strings', () => {
  itAgrees('ascii', string(prefix(u8), 'ascii'), {
    examples: [['02 68 69', 'hi']],
    values: fc.string({ unit: 'binary-ascii', maxLength: 20 }),
  });
  itAgrees('latin1', string(prefix(u8), 'latin1'), {
    examples: [['03 80 e9 ff', '\u0080\u00e9\u00ff']],
    values: fc.uint8Array({ maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
  });
  itAgrees('utf-8', string(prefix(u8)), {
    examples: [
      ['06 ef bb bf e2 82 ac', '\ufeff\u20ac'],
      ['00', ''],
    ],
    values: fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => Buffer.byteLength(text) < 256),
  });
  itAgrees('fixed', string(2, 'ascii'), {
    examples: [['68 69', 'hi']],
    values: fc.string({ unit: 'binary-ascii', minLength: 2, maxLength: 2 }),
  });
  itAgrees('to the end', string(toEnd), {
    examples: [
      ['68 69', 'hi'],
      ['', ''],
    ],
    values: fc.string({ unit: 'grapheme', maxLength: 8 }),
    isOpen: true,
  });

  itAgrees('utf-16', string(prefix(u8), 'utf-16le'), {
    examples: [['04 01 d8 37 dc', '\u{10437}']],
    values: fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => text.length < 128),
  });

  it('refuses ill-formed text', () => {
    expect(() => parseWithBinaryParser(string(prefix(u8)), hex('01 ff'))).toThrow('is not utf-8 text');
    expect(() => parseWithBinaryParser(string(prefix(u8), 'ascii'), hex('01 80'))).toThrow(
      'is not ascii text',
    );
  });
});

describe('endings', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\r'), maxLength: 6 });
  const Lines = struct('Lines', {
    name: string(cstring, 'latin1'),
    line: string(terminated('0d0a'), 'ascii'),
    wide: string(cstring, 'utf-16be'),
    mark: u8,
  });
  itAgrees('terminators', Lines, {
    examples: [['e9 00 61 0d 0d 0a 01 00 00 00 07', { name: 'é', line: 'a\r', wide: '\u0100', mark: 7 }]],
    values: fc.record({ name: word, line: word, wide: word, mark: fc.nat(255) }),
  });
  itAgrees(
    'fill',
    struct('Filled', { name: string(padded(8), 'ascii'), data: bytes(padded(2, 0x20)), mark: u8 }),
    {
      examples: [['61 00 62 00 00 00 00 00 20 07 05', { name: 'a\0b', data: hex('2007'), mark: 5 }]],
      values: fc.record({
        name: word,
        data: fc.constantFrom(hex(''), hex('07'), hex('2007')),
        mark: fc.nat(255),
      }),
    },
  );
  itAgrees(
    'reserved bytes and padding',
    struct('Unused', { unused: reserved(2), gap: padding(2, 1), mark: u8 }),
    {
      examples: [
        ['00 00 01 01 05', { unused: undefined, mark: 5 }],
        ['00 07 01 01 05', { unused: hex('0007'), mark: 5 }],
      ],
      values: fc.record({ unused: fc.constantFrom(undefined, hex('0100')), mark: fc.nat(255) }),
    },
  );

  // what binary-parser's own zero-terminated strings do, which is why these are put together here
  it('a terminator that is missing is refused, and one outside of the region is none', () => {
    const Boxed = struct('Boxed', { box: sized(2, string(cstring, 'ascii')), rest: bytes(toEnd) });
    expect(() => parseWithBinaryParser(Boxed, hex('61 62 00'))).toThrow('lacks the terminator 00');
    expect(() => parseWithBinaryParser(string(cstring), hex('61'))).toThrow('lacks the terminator 00');
  });
  it('its own strip of zeros with a length leaves the offset inside of the field; ours goes to its end', () => {
    const own = new Parser().string('text', { length: 4, zeroTerminated: true }).uint8('mark');
    expect(own.parse(Uint8Array.of(0x61, 0, 9, 9, 7))).toEqual({ text: 'a', mark: 9 });
    const Field = struct('Fixed', { text: string(padded(4), 'ascii'), mark: u8 });
    expect(parseWithBinaryParser(Field, hex('61 00 00 00 07')).value).toEqual({ text: 'a', mark: 7 });
  });
});

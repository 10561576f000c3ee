import {
  byteLength,
  bytes,
  derived,
  prefix,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u16le,
  u64be,
} from '@bytewright/schema-dsl';
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
    expect(() => parseWithBinaryParser(Blob, hex('00 02 07 ca fe'))).toThrow('Blob.data: -1 is no size');
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

  it('gives copies, which are no Buffers', () => {
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

  it('refuses ill-formed text', () => {
    expect(() => parseWithBinaryParser(string(prefix(u8)), hex('01 ff'))).toThrow('is no utf-8 text');
    expect(() => parseWithBinaryParser(string(prefix(u8), 'ascii'), hex('01 80'))).toThrow(
      'is no ascii text',
    );
  });
});

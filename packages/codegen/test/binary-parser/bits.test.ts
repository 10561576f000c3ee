import type { Node } from '@bytewright/schema-dsl';
import {
  bit,
  bits,
  byteLength,
  bytes,
  check,
  derived,
  ibits,
  list,
  literal,
  lsb0,
  msb0,
  prefix,
  struct,
  u8,
  u16be,
  u32be,
  ubits,
} from '@bytewright/schema-dsl';
import { arbitrary } from '@bytewright/schema-dsl/testing';
import { Parser } from 'binary-parser/dist/binary_parser.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectAgreement, hex, itAgrees } from './agreement.js';

describe('runs', () => {
  const Ipv4 = struct('Ipv4', {
    version: literal(ubits(4), 4),
    ihl: derived(ubits(4)),
    dscp: ubits(6),
    ecn: ubits(2),
    totalLength: u16be,
    identification: u16be,
    reserved: literal(bit, false),
    dontFragment: bit,
    moreFragments: bit,
    fragmentOffset: ubits(13),
    timeToLive: u8,
    protocol: u8,
    checksum: u16be,
    source: u32be,
    destination: u32be,
    options: bytes(),
  }).where(($) => [$.ihl.is(byteLength($.options).div(4).plus(5))]);

  itAgrees('the header of RFC 791', Ipv4, {
    examples: [
      [
        '45 00 00 73 00 00 40 00 40 11 b8 61 c0 a8 00 01 c0 a8 00 c7',
        {
          dscp: 0,
          ecn: 0,
          totalLength: 115,
          identification: 0,
          dontFragment: true,
          moreFragments: false,
          fragmentOffset: 0,
          timeToLive: 64,
          protocol: 17,
          checksum: 0xb861,
          source: 0xc0a80001,
          destination: 0xc0a800c7,
          options: new Uint8Array(0),
        },
      ],
    ],
    values: arbitrary(Ipv4),
  });

  const Mixed = struct('Mixed', {
    a: ubits(3),
    b: ibits(9),
    c: ubits(12),
    d: ubits(32),
    e: ibits(32),
    f: bit,
    g: ibits(7),
    h: u8,
  }).where(($) => [check($.a.lt(6))]);
  itAgrees('signs, whole words and checks amid a run', Mixed, {
    examples: [
      [
        '5f f1 23 80 00 00 01 ff ff ff fe bf 07',
        { a: 2, b: -1, c: 0x123, d: 0x80000001, e: -2, f: true, g: 0x3f, h: 7 },
      ],
    ],
    values: arbitrary(Mixed),
  });

  it('two runs of structs in a row are not taken for one', () => {
    const Half = struct('Half', { a: ubits(4), b: ubits(4) });
    const Both = struct('Both', { first: Half, x: ubits(12), y: ubits(4), second: Half });
    expect(expectAgreement(Both, hex('12 345 6 78'))).toBe(true);
  });
});

describe('words', () => {
  const High = bits('High', u16be, { a: ubits(3), b: bit, c: ibits(12) }, msb0);
  const Low = bits('Low', u16be, { a: ubits(3), b: bit, c: ibits(12) }, lsb0);
  const Byte = bits('Byte', u8, { a: ubits(5), b: ibits(3) }, lsb0);
  itAgrees('a big-endian word from above', High, {
    examples: [['5f fe', { a: 2, b: true, c: -2 }]],
    values: arbitrary(High),
  });
  itAgrees('a big-endian word from below', Low, {
    examples: [['ff ea', { a: 2, b: true, c: -2 }]],
    values: arbitrary(Low),
  });
  const Bytes = struct('Bytes', { all: list(Byte, prefix(u8)) });
  itAgrees('bytes from below', Bytes, {
    examples: [
      [
        '02 e1 1f',
        {
          all: [
            { a: 1, b: -1 },
            { a: 31, b: 0 },
          ],
        },
      ],
    ],
    values: arbitrary(Bytes),
  });
});

it('a parser that somebody wrote by hand reads the same', () => {
  const hand = new Parser().bit1('a').bit15('b').bit24('c');
  const Same = struct('Same', { a: ubits(1), b: ubits(15), c: ubits(16), d: ubits(8) });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (input) => {
      expectAgreement(Same as Node<unknown>, input);
      const { a, b, c } = hand.parse(input) as { a: number; b: number; c: number };
      const word = new DataView(input.buffer, input.byteOffset).getUint16(0);
      expect([a, b, c]).toEqual([
        word >> 15,
        word & 0x7fff,
        ((input[2] ?? 0) << 16) | ((input[3] ?? 0) << 8) | (input[4] ?? 0),
      ]);
    }),
  );
});

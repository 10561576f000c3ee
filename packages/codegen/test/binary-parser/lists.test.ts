import {
  bytes,
  count,
  derived,
  endsAfter,
  i8,
  i16le,
  i32be,
  i64le,
  list,
  literal,
  prefix,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u16le,
  u32be,
  u64be,
} from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWithBinaryParser, RejectedInputError } from '../../src/binary-parser/index.js';
import { expectAgreement, hex, itAgrees } from './agreement.js';

const Point = struct('Point', { x: u8, y: i16le });
const points = fc.record({ x: fc.nat(255), y: fc.integer({ min: -32768, max: 32767 }) });

describe('lists of integers', () => {
  itAgrees('u8, fixed', list(u8, 2), {
    examples: [['01 02', Uint8Array.of(1, 2)]],
    values: fc.uint8Array({ minLength: 2, maxLength: 2 }),
  });
  itAgrees('none', list(u16be, 0), {
    examples: [['', new Uint16Array(0)]],
    values: fc.constant(new Uint16Array(0)),
  });
  itAgrees('i8, after a prefix', list(i8, prefix(u8)), {
    examples: [['02 ff 01', Int8Array.of(-1, 1)]],
    values: fc.int8Array({ maxLength: 9 }),
  });
  itAgrees('u16le, after a 64-bit prefix', list(u16le, prefix(u64be)), {
    examples: [['00 00 00 00 00 00 00 01 01 02', Uint16Array.of(0x0201)]],
    values: fc.uint16Array({ maxLength: 9 }),
  });
  itAgrees('i32be, to the end', list(i32be, toEnd), {
    examples: [
      ['ff ff ff ff 00 00 00 01', Int32Array.of(-1, 1)],
      ['', new Int32Array(0)],
    ],
    values: fc.int32Array({ maxLength: 9 }),
    isOpen: true,
  });
  itAgrees('i64le, after a prefix', list(i64le, prefix(u8)), {
    examples: [['01 fe ff ff ff ff ff ff ff', BigInt64Array.of(-2n)]],
    values: fc.bigInt64Array({ maxLength: 5 }),
  });
  itAgrees('u64be, after a prefix', list(u64be, prefix(u8)), {
    examples: [['01 ff 00 00 00 00 00 00 01', BigUint64Array.of(0xff00000000000001n)]],
    values: fc.bigUint64Array({ maxLength: 5 }),
  });
});

describe('lists of other things', () => {
  itAgrees('structs, after a prefix', list(Point, prefix(u8)), {
    examples: [
      [
        '02 01 02 00 03 ff ff',
        [
          { x: 1, y: 2 },
          { x: 3, y: -1 },
        ],
      ],
      ['00', []],
    ],
    values: fc.array(points, { maxLength: 5 }),
  });
  itAgrees('structs, fixed', list(Point, 1), {
    examples: [['01 02 00', [{ x: 1, y: 2 }]]],
    values: fc.array(points, { minLength: 1, maxLength: 1 }),
  });
  itAgrees('strings', list(string(prefix(u8), 'ascii'), prefix(u8)), {
    examples: [['02 01 61 00', ['a', '']]],
    values: fc.array(fc.string({ unit: 'binary-ascii', maxLength: 5 }), { maxLength: 5 }),
  });
  itAgrees('lists of lists', list(list(list(u16be, prefix(u8)), prefix(u8)), 2), {
    examples: [['01 01 00 07 00', [[Uint16Array.of(7)], []]]],
    values: fc.array(fc.array(fc.uint16Array({ maxLength: 3 }), { maxLength: 3 }), {
      minLength: 2,
      maxLength: 2,
    }),
  });
  itAgrees('constants', list(literal(u8, 7), prefix(u8)), {
    examples: [['02 07 07', [7, 7]]],
    values: fc.nat(5).map((size) => new Array<7>(size).fill(7)),
  });

  const Counted = struct('Counted', { n: derived(u8), name: string(2, 'ascii'), points: list(Point) }).where(
    ($) => [$.n.is(count($.points).times(2))],
  );
  itAgrees('as many as an expression says', Counted, {
    examples: [['02 68 69 01 02 00', { name: 'hi', points: [{ x: 1, y: 2 }] }]],
    values: fc.record({ name: fc.constant('hi'), points: fc.array(points, { maxLength: 5 }) }),
  });
  it('as many as an expression says: refuses a count that has no exact value', () => {
    expect(() => parseWithBinaryParser(Counted, hex('01 68 69 01 02 00'))).toThrow(
      'Counted.points: NaN is not a size',
    );
  });

  itAgrees('to the end', list(Point, toEnd), {
    examples: [
      [
        '01 02 00 03 ff ff',
        [
          { x: 1, y: 2 },
          { x: 3, y: -1 },
        ],
      ],
    ],
    values: fc.array(points, { maxLength: 5 }),
    isOpen: true,
  });
  const Trailer = struct('Trailer', { names: list(bytes(prefix(u8)), toEnd), sum: u16be, mark: bytes(1) });
  itAgrees('to the end, less what follows', Trailer, {
    examples: [
      ['01 0a 00 00 09 07', { names: [hex('0a'), hex('')], sum: 9, mark: hex('07') }],
      ['00 09 07', { names: [], sum: 9, mark: hex('07') }],
    ],
    values: fc.record({
      names: fc.array(fc.uint8Array({ maxLength: 5 }), { maxLength: 5 }),
      sum: fc.nat(0xffff),
      mark: fc.uint8Array({ minLength: 1, maxLength: 1 }),
    }),
    isOpen: true,
  });
  it('to the end, less what follows: the last element may not reach into that', () => {
    expect(() => parseWithBinaryParser(Trailer, hex('02 0a 00 09 07'))).toThrow(RejectedInputError);
    expect(expectAgreement(Trailer, hex('02 0a 00 09 07'))).toBe(false);
  });
});

describe('wild counts', () => {
  it('are refused before a loop runs', () => {
    const Empty = struct('Empty', {});
    expect(() => parseWithBinaryParser(list(Point, prefix(u32be)), hex('ff ff ff ff 00'))).toThrow(
      'needs 12884901885 bytes where 1 are left',
    );
    expect(() => parseWithBinaryParser(list(Empty, prefix(u32be)), hex('01 00 00 01'))).toThrow(
      'more than 16777216 list elements',
    );
    expect(expectAgreement(list(Empty, prefix(u32be)), hex('01 00 00 01'))).toBe(false);
    expect(expectAgreement(list(Empty, prefix(u32be)), hex('00 00 00 03'))).toBe(true);
  });

  it('in 64 bits are refused above the safe integers', () => {
    const schema = bytes(prefix(u64be));
    expect(() => parseWithBinaryParser(schema, hex('00 20 00 00 00 00 00 00 01'))).toThrow('is not a size');
    expect(expectAgreement(schema, hex('00 20 00 00 00 00 00 00 01'))).toBe(false);
  });
});

describe('lists that end with an element of their own', () => {
  const Last = struct('Last', { last: u8, name: string(prefix(u8), 'ascii') });
  const upTo = <T>(some: fc.Arbitrary<T>, end: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.tuple(fc.array(some, { maxLength: 4 }), end).map(([items, last]) => [...items, last]);
  const entry = (last: number): fc.Arbitrary<{ last: number; name: string }> =>
    fc.record({ last: fc.constant(last), name: fc.constantFrom('', 'a') });
  itAgrees(
    'structs',
    list(
      Last,
      endsAfter(($) => $.last.eq(1)),
    ),
    {
      examples: [
        [
          '00 01 61 01 00',
          [
            { last: 0, name: 'a' },
            { last: 1, name: '' },
          ],
        ],
      ],
      values: upTo(entry(0), entry(1)),
    },
  );
  itAgrees(
    'integers',
    list(
      u16be,
      endsAfter((n) => n.ge(0x8000)),
    ),
    {
      examples: [['00 01 80 00', Uint16Array.of(1, 0x8000)]],
      values: upTo(fc.nat(0x7fff), fc.integer({ min: 0x8000, max: 0xffff })).map((all) =>
        Uint16Array.from(all),
      ),
    },
  );
  itAgrees(
    'text',
    list(
      string(prefix(u8), 'ascii'),
      endsAfter((text) => text.eq('.')),
    ),
    {
      examples: [['01 61 01 2e', ['a', '.']]],
      values: upTo(fc.constantFrom('', 'a', '..'), fc.constant('.')),
    },
  );
});

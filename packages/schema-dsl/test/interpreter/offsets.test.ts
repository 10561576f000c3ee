import type { Node } from '@bytewright/schema-dsl';
import {
  align,
  bytes,
  derived,
  explain,
  irOf,
  list,
  lookahead,
  offsetOf,
  openEnumeration,
  optional,
  parameter,
  prefix,
  sized,
  string,
  struct,
  tagOf,
  u8,
  u16be,
  u16le,
  uleb128,
  union,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { fixedOffset, sizeBounds } from '../../src/ir.js';
import { refusal } from '../refusal.js';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

const Placed = struct('Placed', {
  dataOffset: derived(u8),
  name: string(prefix(u8), 'ascii'),
  toData: align(4),
  data: u16be,
}).where(($) => [$.dataOffset.is(offsetOf($.data))]);

describe('offsets follow from the layout', () => {
  test('computes them, and accepts nothing else', () => {
    expectBothWays(Placed, '04 02 6869 0007', { name: 'hi', data: 7 });
    expectBothWays(Placed, '08 03 686921 000000 0007', { name: 'hi!', data: 7 });
    expect(decodeErrorOf(Placed, hex('05 02 6869 00 0007'))).toMatchObject({
      code: 'mismatch',
      offset: 0,
      path: 'dataOffset',
      expected: 'offsetOf(data) = 4',
      found: '5',
    });
  });

  test('reports a value without a size at its own path, even if another field needs the size', () => {
    const kind = openEnumeration(uleb128(14), { red: 1 });
    const Marked = struct('Marked', {
      kind: derived(kind),
      body: union({}, { tag: 'arm', value: 'state', otherwise: u8, raw: 'raw', rawTag: 'kind', tags: kind }),
      padding: align(1, { keep: true }),
    }).where(($) => [$.kind.is(tagOf($.body))]);
    const Outer = struct('Outer', { marked: Marked });
    const value = { marked: { body: { arm: undefined, raw: 3 }, padding: undefined } };
    expect(encodeErrorOf(Outer, value)).toMatchObject({ code: 'wrong-type', path: 'marked.kind' });
  });

  test('reports a wrong offset before what lies there', () => {
    expect(decodeErrorOf(Placed, hex('05 02 6869'))).toMatchObject({ code: 'mismatch', path: 'dataOffset' });
    expect(decodeErrorOf(Placed, hex('04 02 6869'))).toMatchObject({ code: 'unexpected-end', path: 'data' });
  });

  test('rejects an offset that does not fit its field on encode', () => {
    expect(encodeErrorOf(Placed, { name: 'a'.repeat(254), data: 1 })).toMatchObject({
      code: 'out-of-range',
      path: 'dataOffset',
      found: '0x100 (256)',
    });
  });

  test('counts them from the start of the struct, wherever that is', () => {
    expectBothWays(list(Placed, 2), '04 02 6869 0007  04 02 6869 0008', [
      { name: 'hi', data: 7 },
      { name: 'hi', data: 8 },
    ]);
    const base = parameter('base', u8);
    const Inner = struct('Inner', { at: derived(u8), text: string(prefix(u8)), end: u8 }).where(($) => [
      $.at.is(offsetOf($.end).plus(base)),
    ]);
    const Outer = struct('Outer', { head: bytes(prefix(u8)), inner: Inner }).where(($) => [
      $.inner.with(base.of(offsetOf($.inner))),
    ]);
    expectBothWays(Outer, '02 cafe 06 01 41 07', {
      head: hex('cafe'),
      inner: { text: 'A', end: 7 },
    });
  });

  test('knows them during look-ahead', () => {
    const Mark = struct('Mark', { at: derived(u8), gap: bytes(prefix(u8)), end: u8 }).where(($) => [
      $.at.is(offsetOf($.end)),
    ]);
    const Outer = struct('Outer', { isMarked: lookahead(Mark), all: bytes(4) });
    expectBothWays(Outer, '03 01 ff 00', { isMarked: true, all: hex('0301ff00') });
    expectBothWays(Outer, '02 01 ff 00', { isMarked: false, all: hex('0201ff00') });
  });
});

const Aligned = struct('Aligned', {
  text: string(prefix(u8), 'ascii'),
  pad: align(4, { fill: 0x20 }),
  n: u16le,
  rest: align(4, { keep: true }),
});

describe('alignment', () => {
  test('pads to the next multiple, and takes nothing at one', () => {
    expectBothWays(Aligned, '01 41 2020 0100 0000', { text: 'A', n: 1, rest: undefined });
    expectBothWays(Aligned, '03 414243 0100 0000', { text: 'ABC', n: 1, rest: undefined });
    expectBothWays(Aligned, '03 414243 0100 0001', { text: 'ABC', n: 1, rest: hex('0001') });
  });

  test('rejects other bytes at their offset, unless they are kept', () => {
    expect(decodeErrorOf(Aligned, hex('01 41 2021 0100 0000'))).toMatchObject({
      code: 'wrong-constant',
      offset: 3,
      path: 'pad',
      expected: '0x20 (32)',
      found: '0x21 (33)',
    });
    expect(decodeErrorOf(Aligned, hex('01 41 20'))).toMatchObject({
      code: 'unexpected-end',
      offset: 2,
      path: 'pad',
      expected: '2 bytes',
    });
  });

  test('keeps bytes that have the length of the padding, but differ from it', () => {
    const value = { text: 'A', n: 1 };
    expect(encodeErrorOf(Aligned, { ...value, rest: hex('01') })).toMatchObject({
      code: 'wrong-length',
      path: 'rest',
      expected: 'length 2',
    });
    expect(encodeErrorOf(Aligned, { ...value, rest: hex('0000') })).toMatchObject({
      code: 'mismatch',
      path: 'rest',
    });
    expect(encodeErrorOf(Aligned, { ...value, rest: [0, 1] })).toMatchObject({
      code: 'wrong-type',
      path: 'rest',
    });
  });

  test('has a known size if its offset is known', () => {
    const ir = irOf(struct('S', { a: u8, b: align(8), c: u16be, d: align(4), e: u8 }));
    expect(sizeBounds(ir.root, ir.structs)).toEqual({ min: 13, max: 13 });
    expect(ir.structs.S && fixedOffset(ir.structs.S, 'e', ir.structs)).toBe(12);
    const open = irOf(struct('S', { a: string(prefix(u8)), b: align(8), c: u8 }));
    expect(sizeBounds(open.root, open.structs)).toEqual({ min: 2, max: 264 });
    expect(open.structs.S && fixedOffset(open.structs.S, 'c', open.structs)).toBeUndefined();
  });

  test('is shown by explain()', () => {
    const { root } = explain(Aligned, hex('01 41 2020 0100 0000'));
    expect(root.parts.map(({ path, type, offset, length }) => [path, type, offset, length])).toEqual([
      ['text', 'ascii string', 0, 2],
      ['pad', 'align', 2, 2],
      ['n', 'u16le', 4, 2],
      ['rest', 'align', 6, 2],
    ]);
  });
});

describe('rejects invalid definitions', () => {
  const limit = parameter('limit', u8);
  const cases: readonly (readonly [title: string, schema: () => Node<unknown>, path: string, why: RegExp])[] =
    [
      ['an alignment in a list', () => struct('S', { a: list(align(4), 2) }), 'S.a[]', /a field of its own/],
      ['an alignment in a region', () => struct('S', { a: sized(4, align(4)) }), 'S.a', /a field of its own/],
      ['an alignment as a root', () => align(4), 'root', /a field of its own/],
      [
        'an optional alignment',
        () => struct('S', { a: u8, b: optional(align(4)) }).where(($) => [$.b.presentWhen($.a.eq(1))]),
        'S.b',
        /a field of its own/,
      ],
      [
        'an offset that is needed before the field is reached',
        () =>
          struct('S', { a: bytes(limit), b: bytes(prefix(u8)), c: u8 }).where(($) => [
            $.a.with(limit.of(offsetOf($.c))),
          ]),
        'S.a',
        /offsetOf\(c\) is needed before c is reached/,
      ],
      [
        'a size that follows from an offset behind it',
        () =>
          struct('S', {
            n: derived(u8),
            a: string(prefix(u8)),
            inner: struct('I', { b: bytes(limit) }),
            c: u8,
          }).where(($) => [$.n.is(offsetOf($.c)), $.inner.with(limit.of($.n))]),
        'S.n',
        /derived fields form a cycle: n → inner → n/,
      ],
    ];
  test.each(cases)('%s', (_, schema, path, why) => {
    const [where, message] = refusal(schema());
    expect(where).toBe(path);
    expect(message).toMatch(why);
  });

  test('rejects invalid sizes and fills', () => {
    expect(() => align(0)).toThrow(/1 to 16777216 bytes, found 0/);
    expect(() => align(1.5)).toThrow(/^align\(\): .*, found 1\.5/);
    expect(() => align(4, { fill: 256 })).toThrow(/expected a fill byte, found 256; use 0 to 255/);
  });
});

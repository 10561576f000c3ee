import { DecodeError, EncodeError } from '@bytewright/runtime';
import { describe, expect, test } from 'vitest';
import type { Infer, Node } from '../../src/index.js';
import {
  bool,
  byteLength,
  bytes,
  check,
  count,
  decode,
  derived,
  encode,
  endsWith,
  explain,
  firstOf,
  i8,
  i16le,
  i32be,
  i64le,
  list,
  literal,
  lookahead,
  on,
  optional,
  parameter,
  peek,
  prefix,
  presence,
  present,
  sized,
  sizeOf,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u16le,
  u32be,
  u64be,
  union,
  until,
} from '../../src/index.js';

const hex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** A hand-written value and its bytes; checks both directions, and the size. */
function bothWays<N extends Node<unknown>>(schema: N, wire: string, value: Infer<N>): void {
  const expected = hex(wire);
  expect(decode(schema, expected)).toStrictEqual(value);
  expect(text(encode(schema, value))).toBe(text(expected));
  expect(sizeOf(schema, value)).toBe(expected.length);
}

function refused(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof DecodeError || error instanceof EncodeError) return error.toJSON();
    throw error;
  }
  throw new Error('accepted');
}

describe('integers', () => {
  const S = struct('S', { a: u8, b: i8, c: u16be, d: i16le, e: i32be, f: u64be, g: i64le });

  test('have their width, sign and byte order', () => {
    //              a  b  c    d    e        f                g
    bothWays(S, 'ff fe 0102 0280 80000000 0102030405060708 feffffffffffffff', {
      a: 255,
      b: -2,
      c: 0x0102,
      d: -32766,
      e: -2147483648,
      f: 0x0102030405060708n,
      g: -2n,
    });
  });

  test('reject values out of range, with their path', () => {
    const good: Infer<typeof S> = { a: 0, b: 0, c: 0, d: 0, e: 0, f: 0n, g: 0n };
    expect(refused(() => encode(S, { ...good, c: 65536 }))).toMatchObject({
      code: 'out-of-range',
      offset: 2,
      path: 'c',
    });
    expect(refused(() => encode(S, { ...good, b: -129 }))).toMatchObject({
      code: 'out-of-range',
      offset: 1,
      path: 'b',
    });
    expect(refused(() => encode(S, { ...good, f: 1n << 64n }))).toMatchObject({
      code: 'out-of-range',
      offset: 10,
      path: 'f',
    });
    expect(refused(() => encode(S, { ...good, a: 1.5 }))).toMatchObject({ code: 'wrong-type', path: 'a' });
    expect(refused(() => encode(S, { ...good, a: -0 }))).toMatchObject({ code: 'out-of-range', path: 'a' });
    expect(refused(() => decode(S, hex('ff fe 01')))).toEqual({
      code: 'unexpected-end',
      offset: 2,
      path: 'c',
      expected: 'u16be (2 bytes)',
      found: '1 byte',
    });
  });
});

describe('constants and bools', () => {
  const S = struct('S', {
    magic: literal(bytes(3), 'cafe01'),
    on: bool,
    name: literal(string(2, 'ascii'), 'hi'),
    n: literal(u16le, 0x0102),
  });

  test('are on the wire, but only the bool is in the value', () =>
    bothWays(S, 'cafe01 01 6869 0201', { on: true }));

  test('reject other bytes instead of normalising them', () => {
    expect(refused(() => decode(S, hex('cafe02 01 6869 0201')))).toMatchObject({
      code: 'wrong-constant',
      offset: 0,
      path: 'magic',
    });
    expect(refused(() => decode(S, hex('cafe01 07 6869 0201')))).toMatchObject({
      code: 'invalid-value',
      offset: 3,
      path: 'on',
    });
    expect(refused(() => decode(S, hex('cafe01 01 6869 0102')))).toEqual({
      code: 'wrong-constant',
      offset: 6,
      path: 'n',
      expected: '0x102 (258)',
      found: '0x201 (513)',
    });
  });
});

describe('text and bytes', () => {
  const S = struct('S', {
    name: string(prefix(u8)),
    raw: bytes(2),
    old: string(prefix(u16be), 'latin1'),
    rest: bytes(toEnd),
  });

  test('have their lengths', () =>
    bothWays(S, '03 e282ac 0102 0001 e9 ffff', { name: '€', raw: hex('0102'), old: 'é', rest: hex('ffff') }));

  test('reject ill-formed text at its first invalid byte', () => {
    expect(refused(() => decode(S, hex('03 41e282 0102 0000')))).toMatchObject({
      code: 'invalid-text',
      offset: 2,
      path: 'name',
    });
    const value = { name: '', raw: hex('0000'), old: '€', rest: hex('') };
    expect(refused(() => encode(S, value))).toMatchObject({ code: 'invalid-text', path: 'old' });
    expect(refused(() => encode(S, { ...value, old: '', name: '\ud800' }))).toMatchObject({
      code: 'invalid-text',
      path: 'name',
    });
    expect(refused(() => encode(S, { ...value, old: '', raw: hex('00') }))).toMatchObject({
      code: 'wrong-length',
      path: 'raw',
    });
    expect(refused(() => encode(S, { ...value, old: '', name: 'x'.repeat(256) }))).toMatchObject({
      code: 'out-of-range',
      path: 'name',
    });
  });

  test('copy bytes unless views are requested, even from a Buffer', () => {
    const input = Buffer.from('00010200000901', 'hex');
    const copy = decode(S, input);
    const view = decode(S, input, { bytes: 'view' });
    input[1] = 0xaa;
    expect(copy.raw.constructor).toBe(Uint8Array);
    expect(view.raw.constructor).toBe(Uint8Array);
    expect([...copy.raw]).toEqual([1, 2]);
    expect([...view.raw]).toEqual([0xaa, 2]);
  });
});

describe('lists', () => {
  test('are fixed, counted by a prefix, extend to the end, or to a sentinel', () => {
    const S = struct('S', {
      three: list(u16le, 3),
      points: list(struct('Point', { x: u8, y: i8 }), prefix(u8)),
      names: list(string(prefix(u8), 'ascii'), endsWith(literal(u8, 0xff))),
      rest: list(u32be, toEnd),
    });
    //           1    2    3    2  (1,-1) (2,-2)  1 a  0   end  7        8
    bothWays(S, '0100 0200 0300 02 01ff 02fe 0161 00 ff 00000007 00000008', {
      three: Uint16Array.of(1, 2, 3),
      points: [
        { x: 1, y: -1 },
        { x: 2, y: -2 },
      ],
      names: ['a', ''],
      rest: Uint32Array.of(7, 8),
    });
  });

  test('check a count against the remaining bytes before allocating anything', () => {
    const S = struct('S', { items: list(struct('Item', { a: u16be }), prefix(u32be)) });
    expect(refused(() => decode(S, hex('ffffffff 0001')))).toEqual({
      code: 'unexpected-end',
      offset: 4,
      path: 'items',
      expected: 'a list of 4294967295 (at least 8589934590 bytes)',
      found: '2 bytes',
    });
  });

  test('reject an element that clashes with the sentinel on encode', () => {
    const S = struct('S', { names: list(string(prefix(u8), 'ascii'), endsWith(literal(u8, 2))) });
    expect(refused(() => encode(S, { names: ['a', 'ab'] }))).toMatchObject({
      code: 'ambiguous',
      offset: 2,
      path: 'names[1]',
    });
  });

  test('respect the limit on elements', () => {
    const S = struct('S', { items: list(struct('Item', { a: u8 }), toEnd) });
    expect(decode(S, new Uint8Array(5), { limits: { elements: 5 } }).items.length).toBe(5);
    expect(refused(() => decode(S, new Uint8Array(6), { limits: { elements: 5 } }))).toMatchObject({
      code: 'limit-exceeded',
      offset: 5,
      path: 'items[5]',
    });
  });
});

describe('relations hold in both directions', () => {
  test('for lengths and counts, also in affine forms', () => {
    const S = struct('S', { n: derived(u8), size: derived(u16be), items: list(u8), data: bytes() }).where(
      ($) => [$.n.is(count($.items).times(2).plus(1)), $.size.is(byteLength($.data).plus(4))],
    );
    bothWays(S, '05 0006 0708 cafe', { items: Uint8Array.of(7, 8), data: hex('cafe') });
    expect(refused(() => decode(S, hex('04 0006 0708 cafe')))).toMatchObject({
      code: 'invalid-value',
      path: 'items',
    });
    expect(refused(() => decode(S, hex('01 0003')))).toMatchObject({ code: 'invalid-value', path: 'data' });
    expect(refused(() => encode(S, { items: new Uint8Array(128), data: hex('') }))).toMatchObject({
      code: 'out-of-range',
      path: 'n',
    });
  });

  test('rejecting a 64-bit length beyond the safe integers', () => {
    const S = struct('S', { n: derived(u64be), data: bytes() }).where(($) => [$.n.is(byteLength($.data))]);
    bothWays(S, '0000000000000001 aa', { data: hex('aa') });
    expect(refused(() => decode(S, hex('0020000000000001 aa')))).toMatchObject({
      code: 'invalid-value',
      offset: 8,
      path: 'data',
    });
  });

  test('as a check if there is a second one, or one on earlier fields', () => {
    const S = struct('S', { a: u8, twice: derived(u8) }).where(($) => [$.twice.is($.a.times(2))]);
    bothWays(S, '03 06', { a: 3 });
    expect(refused(() => decode(S, hex('03 07')))).toEqual({
      code: 'mismatch',
      offset: 1,
      path: 'twice',
      expected: 'a × 2 = 6',
      found: '7',
    });
  });

  test('for presence, by a derived flag or by a field that stays', () => {
    const S = struct('S', {
      has: derived(bool),
      version: u8,
      note: optional(u16be),
      extra: optional(u8),
    }).where(($) => [$.has.is(present($.note)), $.extra.presentWhen($.version.ge(2))]);
    bothWays(S, '00 01', { version: 1, note: undefined, extra: undefined });
    bothWays(S, '01 02 0005 09', { version: 2, note: 5, extra: 9 });
    expect(refused(() => encode(S, { version: 1, note: undefined, extra: 9 }))).toMatchObject({
      code: 'mismatch',
      path: 'extra',
    });
    expect(refused(() => encode(S, { version: 2, note: undefined, extra: undefined }))).toMatchObject({
      code: 'mismatch',
      path: 'extra',
    });
  });

  test('for checks in the schema', () => {
    const S = struct('S', { name: string(prefix(u8), 'ascii') }).where(($) => [
      check($.name.matches(/^[a-z]+$/), 'a lower-case name'),
    ]);
    bothWays(S, '02 6162', { name: 'ab' });
    expect(refused(() => decode(S, hex('02 6142')))).toEqual({
      code: 'check-failed',
      offset: 0,
      path: 'name',
      expected: 'a lower-case name',
      found: '"aB"',
    });
    expect(refused(() => encode(S, { name: '' }))).toMatchObject({ code: 'check-failed', path: 'name' });
  });
});

describe('unions', () => {
  const Chunk = struct('Chunk', {
    length: derived(u8),
    kind: derived(u16be),
    body: union(
      { word: on(1, u16be), text: on(2, string()) },
      { otherwise: bytes(), raw: 'payload', rawTag: 'tag' },
    ),
  })
    .where(($) => [$.length.is(byteLength($.body)), $.kind.is(tagOf($.body))])
    .flat('body');

  test('are selected by a tag that is derived from the arm', () => {
    bothWays(Chunk, '02 0001 0007', { type: 'word', value: 7 });
    bothWays(Chunk, '02 0002 6869', { type: 'text', value: 'hi' });
    bothWays(Chunk, '03 0063 010203', { type: undefined, tag: 0x63, payload: hex('010203') });
  });

  test('reject an arm that does not fill its region, an unknown tag, a known tag as an unknown one', () => {
    expect(refused(() => decode(Chunk, hex('03 0001 000700')))).toMatchObject({
      code: 'trailing-bytes',
      offset: 5,
    });
    expect(refused(() => encode(Chunk, { type: undefined, tag: 1, payload: hex('0007') }))).toMatchObject({
      code: 'mismatch',
    });
    const S = struct('S', { kind: u8, body: union({ a: on(1, u8) }) }).where(($) => [$.body.tag($.kind)]);
    bothWays(S, '01 05', { kind: 1, body: { type: 'a', value: 5 } });
    expect(refused(() => decode(S, hex('02 05')))).toEqual({
      code: 'unknown-tag',
      offset: 1,
      path: 'body',
      expected: 'one of 1',
      found: 'kind 2',
    });
    expect(refused(() => encode(S, { kind: 2, body: { type: 'a', value: 5 } }))).toMatchObject({
      code: 'mismatch',
      path: 'body',
    });
  });
});

describe('look-ahead', () => {
  const id = parameter('id', u8);
  const Mark = struct('Mark', { mark: literal(u8, 0xee), id: derived(u8) }).where(($) => [$.id.is(id)]);

  test('ends bytes at a boundary that depends on its section', () => {
    const S = struct('S', { id: u8, data: bytes(until(Mark)), mark: Mark }).where(($) => [
      $.data.with(id.of($.id)),
      $.mark.with(id.of($.id)),
    ]);
    bothWays(S, '05 ee04 ee05', { id: 5, data: hex('ee04'), mark: {} });
    expect(refused(() => decode(S, hex('05 ee04')))).toEqual({
      code: 'no-boundary',
      offset: 1,
      path: 'data',
      expected: 'Mark where the bytes end',
      found: 'none in 2 bytes',
    });
    expect(refused(() => encode(S, { id: 5, data: hex('00ee05'), mark: {} }))).toMatchObject({
      code: 'ambiguous',
      offset: 1,
      path: 'data',
    });
  });

  test('finds a match that straddles two fields', () => {
    const S = struct('S', { data: bytes(until(literal(u16be, 0x0102))), next: literal(u16be, 0x0102) });
    bothWays(S, '01 0102', { data: hex('01') });
    expect(refused(() => encode(S, { data: hex('0101') }) && encode(S, { data: hex('0102') }))).toMatchObject(
      { code: 'ambiguous' },
    );
  });

  test('supports peek, presence and lookahead', () => {
    const S = struct('S', {
      five: lookahead(literal(u8, 5)),
      next: peek(u8),
      note: optional(struct('Note', { mark: literal(u8, 5), n: u8 })),
      flagged: presence(literal(u16be, 0xbeef)),
      last: u8,
    }).where(($) => [$.note.presentWhen($.next.eq(5))]);
    bothWays(S, '05 07 beef 01', { five: true, note: { n: 7 }, flagged: true, last: 1 });
    bothWays(S, '06', { five: false, note: undefined, flagged: false, last: 6 });
    expect(refused(() => encode(S, { five: false, note: undefined, flagged: false, last: 5 }))).toMatchObject(
      { code: 'ambiguous' },
    );
    expect(refused(() => encode(S, { five: true, note: undefined, flagged: false, last: 6 }))).toMatchObject({
      code: 'ambiguous',
      offset: 0,
      path: 'five',
    });
  });

  test('tries ordered alternatives, with what must follow', () => {
    const S = struct('S', {
      size: firstOf(
        { small: struct('Small', { zero: literal(u8, 0), n: u8 }), large: struct('Large', { n: u32be }) },
        { followedBy: literal(u8, 1) },
      ),
      end: u8,
    });
    bothWays(S, '00 07 01', { size: { type: 'small', value: { n: 7 } }, end: 1 });
    bothWays(S, '00000007 01', { size: { type: 'large', value: { n: 7 } }, end: 1 });
    // the small one parses, and got furthest
    expect(refused(() => decode(S, hex('00 07 02')))).toMatchObject({
      code: 'no-arm',
      offset: 2,
      path: 'size',
      expected: 'u8 constant behind small',
    });
    // 00 05 01 05 01: an earlier alternative reads the first two bytes, and what it demands follows
    expect(
      refused(() => encode(S, { size: { type: 'large', value: { n: 0x00050105 } }, end: 1 })),
    ).toMatchObject({
      code: 'ambiguous',
      offset: 0,
      path: 'size',
    });
  });

  test('keeps failed searches within linear time, or rejects them', () => {
    const Weak = struct('Weak', { mark: literal(u8, 0xee) });
    const Item = struct('Item', { data: bytes(until(literal(u16be, 0xffff), Weak)), mark: Weak });
    const S = struct('S', { items: list(Item, toEnd) });
    const input = new Uint8Array(60_000).fill(0xee);
    expect(refused(() => decode(S, input))).toMatchObject({ code: 'limit-exceeded' });
  });
});

describe('recursion and regions', () => {
  const Tree = struct('Tree', {
    v: u8,
    n: derived(u8),
    get kids() {
      return list(Tree);
    },
  }).where(($) => [$.n.is(count($.kids))]);

  test('decode a tree, and limit its depth in both directions', () => {
    bothWays(Tree, '01 02 02 00 03 01 04 00', {
      v: 1,
      kids: [
        { v: 2, kids: [] },
        { v: 3, kids: [{ v: 4, kids: [] }] },
      ],
    });
    const deep = hex(`${'0001'.repeat(200)}0000`);
    expect(refused(() => decode(Tree, deep))).toMatchObject({ code: 'limit-exceeded', offset: 256 });
    expect(decode(Tree, deep, { limits: { depth: 300 } }).kids.length).toBe(1);
    const loop: Infer<typeof Tree> = { v: 0, kids: [] };
    loop.kids.push(loop);
    expect(refused(() => encode(Tree, loop))).toMatchObject({ code: 'limit-exceeded' });
  });

  test('require a region to be filled', () => {
    const S = struct('S', { region: sized(prefix(u8), list(u16be, toEnd)), after: u8 });
    bothWays(S, '04 0001 0002 09', { region: Uint16Array.of(1, 2), after: 9 });
    expect(refused(() => decode(S, hex('03 000100 09')))).toMatchObject({
      code: 'unexpected-end',
      offset: 3,
      path: 'region[1]',
    });
  });

  test('reject surplus bytes', () => {
    expect(refused(() => decode(struct('S', { a: u8 }), hex('01 02')))).toEqual({
      code: 'trailing-bytes',
      offset: 1,
      path: '',
      expected: 'the end',
      found: '1 more byte',
    });
  });
});

describe('explain', () => {
  const S = struct('S', { n: derived(u8), items: list(struct('Item', { a: u8, b: u16be })) }).where(($) => [
    $.n.is(count($.items)),
  ]);

  test('reports where every part lies', () => {
    const { root, error } = explain(S, hex('02 01 0002 03 0004'));
    expect(error).toBeUndefined();
    const [n, items] = root.parts;
    expect([n?.path, n?.offset, n?.length, n?.hidden, n?.value]).toEqual(['n', 0, 1, true, 2]);
    expect(
      items?.parts.flatMap((item) =>
        item.parts.map((part) => [part.path, part.offset, part.length, part.value]),
      ),
    ).toEqual([
      ['items[0].a', 1, 1, 1],
      ['items[0].b', 2, 2, 2],
      ['items[1].a', 4, 1, 3],
      ['items[1].b', 5, 2, 4],
    ]);
  });

  test('reports everything before the damage', () => {
    const { root, error } = explain(struct('T', { a: u8, b: literal(u8, 7), c: u8 }), hex('01 08 09'));
    expect(error).toMatchObject({ code: 'wrong-constant', offset: 1, path: 'b' });
    expect(root.parts.map((part) => [part.path, part.complete, part.value])).toEqual([
      ['a', true, 1],
      ['b', false, undefined],
    ]);
  });
});

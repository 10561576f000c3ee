import { describe, expect, test } from 'vitest';
import {
  at,
  bijection,
  byteLength,
  bytes,
  constant,
  derived,
  explain,
  external,
  firstOf,
  irOf,
  list,
  literal,
  optional,
  parameter,
  peek,
  prefix,
  processed,
  rotateLeft,
  SchemaError,
  string,
  struct,
  swapBytes,
  toEnd,
  u8,
  u16be,
  until,
  xor,
} from '../../src/index.js';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from '../interpreter/support.js';

const named = (name: string, process: (bytes: Uint8Array) => Uint8Array) =>
  external({ module: './own.js', export: name }, process);

describe('a region whose bytes are transformed', () => {
  test('has a fixed size, a prefix, a relation, or takes the rest', () => {
    expectBothWays(struct('Fixed', { a: processed(xor(0x5a), 2, u16be), b: u8 }), '5b58 01', {
      a: 0x102,
      b: 1,
    });
    expectBothWays(struct('Behind', { a: processed(xor('f00f'), prefix(u8), bytes(toEnd)) }), '03 f10df3', {
      a: hex('010203'),
    });
    const Related = struct('Related', {
      n: derived(u8),
      a: processed(rotateLeft(4), string(toEnd, 'ascii')),
      b: u8,
    }).where(($) => [$.n.is(byteLength($.a))]);
    expectBothWays(Related, '02 8696 07', { a: 'hi', b: 7 });
    expectBothWays(struct('Rest', { a: processed(swapBytes(2), list(u16be, toEnd)) }), '0201 0403', {
      a: Uint16Array.of(0x102, 0x304),
    });
  });

  test('may have bytes as its key', () => {
    const key = Uint8Array.of(0xf0, 0x0f);
    expectBothWays(struct('Keyed', { a: processed(xor(key), prefix(u8), bytes(toEnd)) }), '03 f10df3', {
      a: hex('010203'),
    });
  });

  test('reports the offset of errors in the input', () => {
    const S = struct('S', {
      a: u16be,
      b: processed(xor(1), prefix(u8), struct('In', { x: u8, one: literal(u8, 1) })),
    });
    expect(decodeErrorOf(S, hex('0000 02 05 01'))).toMatchObject({
      code: 'wrong-constant',
      offset: 4,
      path: 'b.one',
    });
    expect(decodeErrorOf(S, hex('0000 03 05 00 00'))).toMatchObject({
      code: 'trailing-bytes',
      offset: 5,
      path: 'b',
    });
    expect(decodeErrorOf(S, hex('0000 01 05'))).toMatchObject({
      code: 'unexpected-end',
      offset: 4,
      path: 'b.one',
    });
    expect(encodeErrorOf(S, { a: 0, b: { x: 256 } })).toMatchObject({
      code: 'out-of-range',
      offset: 3,
      path: 'b.x',
    });
    const { root } = explain(S, hex('0000 02 05 00'));
    expect(root.parts[1]?.parts.map(({ path, offset }) => [path, offset])).toEqual([
      ['b.x', 3],
      ['b.one', 4],
    ]);
  });

  test('looks ahead at the transformed bytes inside', () => {
    const In = struct('In', { text: bytes(until(literal(u8, 0))), zero: literal(u8, 0) });
    const S = struct('S', {
      before: bytes(until(literal(u8, 0xaa))),
      mark: literal(u8, 0xaa),
      in: processed(xor(0xaa), In),
    });
    expectBothWays(S, '01 aa 00 ab aa', { before: hex('01'), in: { text: hex('aa01') } });
    expect(encodeErrorOf(S, { before: hex(''), in: { text: hex('0100') } })).toMatchObject({
      code: 'ambiguous',
      path: 'in.text',
      offset: 1,
    });
  });

  test('can be tried ahead', () => {
    const A = struct('A', { a: processed(xor(1), 2, struct('In', { one: literal(u8, 1), x: u8 })) });
    const S = struct('S', { one: firstOf({ a: A, b: u16be }) });
    expectBothWays(S, '00 06', { one: { type: 'a', value: { a: { x: 7 } } } });
    expectBothWays(S, '01 06', { one: { type: 'b', value: 0x106 } });
  });
});

describe('a processor rejects', () => {
  test('a key that is not a number of its size', () => {
    const key = parameter('key', u16be);
    const S = struct('S', { key: u16be, a: processed(xor(key), 1, u8) }).where(($) => [
      $.a.with(key.of($.key)),
    ]);
    expectBothWays(S, '00ff 01', { key: 255, a: 0xfe });
    expect(decodeErrorOf(S, hex('0100 01'))).toEqual({
      code: 'invalid-value',
      offset: 2,
      path: 'a',
      expected: 'a key of 1 byte',
      found: '0x100 (256)',
    });
    expect(encodeErrorOf(S, { key: 256, a: 1 })).toMatchObject({
      code: 'out-of-range',
      offset: 2,
      path: 'a',
    });
  });

  test('a region that is not a multiple of the group size', () => {
    const S = struct('S', { a: processed(swapBytes(4), bytes(toEnd)) });
    expect(decodeErrorOf(S, hex('010203'))).toMatchObject({
      code: 'invalid-value',
      offset: 0,
      path: 'a',
      expected: 'a multiple of 4 bytes',
      found: '3 bytes',
    });
    expect(encodeErrorOf(S, { a: hex('010203') })).toMatchObject({ code: 'wrong-length', path: 'a' });
  });

  test.each([
    ['fewer bytes', () => hex('01'), 'bytes 01'],
    ['no bytes', () => 'x' as never, '"x"'],
    [
      'an exception',
      () => {
        throw new Error('broken');
      },
      'broken',
    ],
  ])('a function of the author that gives %s', (name, process, found) => {
    const both = named(name.replaceAll(' ', '_'), process);
    const S = struct('S', { a: processed(bijection(both, both), bytes(toEnd)) });
    const expected = `as many bytes from ${name.replaceAll(' ', '_')} of ./own.js`;
    expect(decodeErrorOf(S, hex('0102'))).toEqual({
      code: 'invalid-value',
      offset: 0,
      path: 'a',
      expected,
      found,
    });
    expect(encodeErrorOf(S, { a: hex('0102') })).toEqual({
      code: 'wrong-type',
      offset: 0,
      path: 'a',
      expected,
      found,
    });
  });
});

test('stores user functions by name in the IR', () => {
  const back = named('back', (region) => region.slice().reverse());
  const S = struct('S', { a: processed(bijection(back, back), bytes(toEnd)) });
  expectBothWays(S, '0102', { a: hex('0201') });
  expect(JSON.stringify(irOf(S))).toContain('"decode":{"module":"./own.js","export":"back"}');
});

describe('rejects at definition', () => {
  const refusalOf = (make: () => Parameters<typeof irOf>[0]): unknown => {
    try {
      return irOf(make());
    } catch (error) {
      return error instanceof SchemaError ? error.message : error;
    }
  };

  test('a field after a region that takes the rest', () => {
    expect(refusalOf(() => struct('S', { a: processed(xor(1), bytes(toEnd)), b: u8 }))).toBe(
      'S.a: extends to the end, but b follows; bound it by sized(…) or a length',
    );
  });

  test('a condition inside that depends on a peek outside', () => {
    const schema = () =>
      struct('S', {
        next: peek(u8),
        a: processed(xor(1), struct('In', { x: optional(u8, flag.eq(1)) })),
      }).where(($) => [$.a.with(flag.of($.next as never))]);
    const flag = parameter('flag', u8);
    expect(refusalOf(schema)).toMatch(/^S\.a: next is only peeked at/);
  });

  test('positioned fields', () => {
    const In = struct('In', { a: at(constant(0), u8), rest: bytes(toEnd) });
    expect(refusalOf(() => struct('S', { b: processed(xor(1), In) }))).toMatch(
      /at\(\) is placed by offsets into the input, which a region with transformed bytes does not have; move/,
    );
  });

  test('invalid keys, rotations and groups', () => {
    expect(() => xor(256)).toThrow(SchemaError);
    expect(() => xor('abc')).toThrow(SchemaError);
    expect(() => xor('')).toThrow(SchemaError);
    expect(() => rotateLeft(8)).toThrow(SchemaError);
    expect(() => swapBytes(3 as never)).toThrow(SchemaError);
    expect(() => bijection({} as never, {} as never)).toThrow(SchemaError);
    expect(() => processed(xor(1), undefined as never)).toThrow(SchemaError);
  });
});

import type { Node } from '@bytewright/schema-dsl';
import {
  bool,
  byteLength,
  bytes,
  check,
  count,
  derived,
  endsWith,
  explain,
  firstOf,
  irOf,
  list,
  literal,
  optional,
  peek,
  prefix,
  preserve,
  SchemaError,
  sized,
  sleb128,
  string,
  struct,
  u8,
  u16be,
  uleb128,
  zigzag,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

describe('variable-length integers', () => {
  test('match the examples of DWARF, WebAssembly and Protocol Buffers', () => {
    expectBothWays(uleb128(32), 'e5 8e 26', 624485);
    expectBothWays(uleb128(64), '96 01', 150n);
    expectBothWays(sleb128(32), 'c0 bb 78', -123456);
    expectBothWays(sleb128(7), '7e', -2);
    expectBothWays(zigzag(32), 'fe ff ff ff 0f', 2147483647);
    expectBothWays(zigzag(64), 'ff ff ff ff 0f', -2147483648n);
    expectBothWays(uleb128(128), `${'ff '.repeat(18)}03`, 2n ** 128n - 1n);
  });

  test('have one encoding: a longer one, or one out of range, is rejected at its start', () => {
    const S = struct('S', { a: u8, n: uleb128(16) });
    expect(decodeErrorOf(S, hex('01 80 00'))).toEqual({
      code: 'invalid-value',
      offset: 1,
      path: 'n',
      expected: 'uleb128(16) without padding',
      found: 'bytes 80 00',
    });
    expect(decodeErrorOf(S, hex('01 ff ff 04'))).toMatchObject({
      code: 'invalid-value',
      expected: 'uleb128(16), 0 to 0xffff (65535)',
    });
    expect(decodeErrorOf(S, hex('01 80 80 80 00'))).toMatchObject({
      code: 'invalid-value',
      expected: 'uleb128(16), at most 3 bytes',
      found: 'bytes 80 80 80',
    });
    expect(decodeErrorOf(S, hex('01 80 80'))).toMatchObject({
      code: 'unexpected-end',
      offset: 1,
      expected: 'uleb128(16) (1 to 3 bytes)',
      found: '2 bytes',
    });
    expect(encodeErrorOf(S, { a: 1, n: 65536 })).toMatchObject({ code: 'out-of-range', path: 'n' });
    expect(encodeErrorOf(S, { a: 1, n: 1n })).toMatchObject({ code: 'wrong-type', path: 'n' });
  });

  test('end at the end of their region', () => {
    const S = struct('S', { inner: sized(1, struct('Inner', { n: uleb128(14) })), next: u8 });
    expect(decodeErrorOf(S, hex('80 01'))).toMatchObject({
      code: 'unexpected-end',
      path: 'inner.n',
      found: '1 byte',
    });
    expectBothWays(S, '05 01', { inner: { n: 5 }, next: 1 });
  });

  test('may be constants, elements, alternatives, and looked ahead at', () => {
    const S = struct('S', {
      mark: literal(uleb128(32), 300),
      next: peek(uleb128(32)),
      first: firstOf({ one: literal(sleb128(16), -1), other: uleb128(16) }),
      big: optional(u8),
      all: list(zigzag(16), endsWith(literal(u8, 0xff))),
    }).where(($) => [$.big.presentWhen($.next.eq(128))]);
    expectBothWays(S, 'ac02 8001 2a 01 8002 ff', {
      first: { type: 'other', value: 128 },
      big: 42,
      all: [-1, 128],
    });
    expectBothWays(S, 'ac02 7f ff', { first: { type: 'one', value: -1 }, big: undefined, all: [] });
    expect(decodeErrorOf(S, hex('ad02'))).toMatchObject({ code: 'wrong-constant', offset: 0, path: 'mark' });
  });

  test('as prefixes are as long as the content requires', () => {
    const S = struct('S', { data: bytes(prefix(uleb128(16))), next: u8 });
    for (const [size, digits] of [
      [0, '00'],
      [127, '7f'],
      [128, '8001'],
      [16384, '808001'],
    ] as const)
      expectBothWays(S, `${digits}${'aa'.repeat(size)}05`, {
        data: new Uint8Array(size).fill(0xaa),
        next: 5,
      });
    expect(encodeErrorOf(S, { data: new Uint8Array(65536), next: 5 })).toMatchObject({
      code: 'out-of-range',
      offset: 0,
      path: 'data',
      expected: 'uleb128(16), 0 to 0xffff (65535)',
    });
    expect(decodeErrorOf(S, hex('80 00 05'))).toMatchObject({
      code: 'invalid-value',
      offset: 0,
      path: 'data',
    });

    const Lists = struct('Lists', {
      words: list(u16be, prefix(zigzag(16))),
      texts: list(string(2), prefix(uleb128(64))),
    });
    expectBothWays(Lists, '02 0007 01 6869', { words: Uint16Array.of(7), texts: ['hi'] });
    expect(decodeErrorOf(Lists, hex('01'))).toMatchObject({
      code: 'invalid-value',
      offset: 0,
      path: 'words',
      found: '-1',
    });
    const many = new Uint16Array(64);
    expectBothWays(Lists, `8001 ${'0000'.repeat(64)} 00`, { words: many, texts: [] });
    expect(decodeErrorOf(Lists, hex('00 ffffffffffffffffff01'))).toMatchObject({
      code: 'invalid-value',
      path: 'texts',
    });
    const constant = struct('Constant', { text: literal(string(prefix(uleb128(32))), 'x'.repeat(128)) });
    expectBothWays(constant, `8001${'78'.repeat(128)}`, {});
  });

  test('as derived lengths and counts are too', () => {
    const S = struct('S', {
      length: derived(uleb128(32)),
      n: derived(uleb128(64)),
      data: bytes(),
      items: list(u8),
    }).where(($) => [$.length.is(byteLength($.data)), $.n.is(count($.items))]);
    expectBothWays(S, `8001 02 ${'00'.repeat(128)} 0102`, {
      data: new Uint8Array(128),
      items: Uint8Array.of(1, 2),
    });
    expect(encodeErrorOf(S, { data: 5, items: new Uint8Array(0) })).toMatchObject({
      code: 'wrong-type',
      path: 'data',
    });
  });

  test('leave the reserved room in the enclosing region', () => {
    expect(explain(struct('S', { n: uleb128(32) }), hex('e5 8e 26')).root.parts).toMatchObject([
      { path: 'n', type: 'uleb128(32)', offset: 0, length: 3, value: 624485 },
    ]);
  });
});

describe('preserve()', () => {
  test('keeps the other bytes of a bool as numbers', () => {
    expectBothWays(preserve(bool), '00', false);
    expectBothWays(preserve(bool), '01', true);
    expectBothWays(preserve(bool), '02', 2);
    expectBothWays(preserve(bool), 'ff', 255);
    for (const value of [0, 1, 256, -1])
      expect(encodeErrorOf(preserve(bool), value)).toMatchObject({ code: 'out-of-range' });
    for (const value of [2.5, Number.NaN, '1', null, 2n])
      expect(encodeErrorOf(preserve(bool), value)).toMatchObject({ code: 'wrong-type' });
  });

  test('keeps padding, as far as the width allows', () => {
    const padded = preserve(sleb128(16));
    expectBothWays(padded, '7e', -2);
    expectBothWays(padded, 'fe 7f', { value: -2, byteLength: 2 });
    expectBothWays(padded, 'fe ff 7f', { value: -2, byteLength: 3 });
    expect(decodeErrorOf(padded, hex('fe ff ff 7f'))).toMatchObject({ code: 'invalid-value', offset: 0 });
    expect(decodeErrorOf(padded, hex('fe ff 3f'))).toMatchObject({ code: 'invalid-value', offset: 0 });
    expectBothWays(preserve(uleb128(64)), '80 00', { value: 0n, byteLength: 2 });
    const refusal = (value: unknown): string => {
      const { code, path } = encodeErrorOf(struct('S', { n: padded }), { n: value });
      return `${code} ${path}`;
    };
    expect(refusal({ value: -2, byteLength: 1 })).toBe('out-of-range n.byteLength');
    expect(refusal({ value: -2, byteLength: 4 })).toBe('out-of-range n.byteLength');
    expect(refusal({ value: 32768, byteLength: 3 })).toBe('out-of-range n.value');
    expect(refusal({ byteLength: 3 })).toBe('wrong-type n.value');
    expect(refusal({ value: -2 })).toBe('wrong-type n.byteLength');
    expect(refusal([])).toBe('wrong-type n');
    expect(refusal(null)).toBe('wrong-type n');
  });
});

describe('definition errors', () => {
  const problemOf = (schema: () => Node<unknown>): string => {
    try {
      irOf(schema());
    } catch (error) {
      if (error instanceof SchemaError) return error.message;
      throw error;
    }
    return 'none';
  };

  test('for invalid widths', () => {
    for (const bits of [0, 129, 7.5, Number.NaN])
      expect(problemOf(() => struct('S', { n: uleb128(bits) }))).toBe(
        `S.n: uleb128(${bits}) has an invalid width for an integer; use 1 to 128 bits`,
      );
    expect(problemOf(() => struct('S', { n: preserve(sleb128(0)) }))).toContain('1 to 128 bits');
    expect(
      problemOf(() => struct('S', { n: literal(zigzag(0) as Node<number | bigint> as Node<number>, 1) })),
    ).toContain('1 to 128 bits');
  });

  test('if there is nothing to preserve', () => {
    expect(problemOf(() => struct('S', { n: preserve(uleb128(7)) }))).toBe(
      'S.n: preserve() has nothing to keep: uleb128(7) is always one byte; remove it',
    );
    expect(problemOf(() => struct('S', { n: preserve(u8 as never) }))).toBe(
      'S.n: preserve() is for nodes with several encodings of a value: bool and variable-length integers, not integer; remove it',
    );
    expect(problemOf(() => struct('S', { n: preserve(bool.doc('kept')) }))).toBe('none');
  });

  test('for a prefix that keeps padding', () => {
    expect(problemOf(() => struct('S', { n: bytes(prefix(preserve(uleb128(32)) as never)) }))).toContain(
      'S.n: the prefix is preserve(…), but the value has no place for what that keeps',
    );
  });

  test('for constants out of range', () => {
    expect(problemOf(() => struct('S', { n: literal(uleb128(7), 128) }))).toBe(
      'S.n: the constant 128 is out of range for uleb128(7); use one from 0 to 127',
    );
    expect(problemOf(() => struct('S', { n: literal(string(prefix(uleb128(2))), 'abcd') }))).toBe(
      'S.n: the constant takes 4 bytes, too many for the prefix uleb128(2); use a wider prefix',
    );
  });

  test('but not for a range check that nothing can satisfy', () => {
    expect(problemOf(() => struct('S', { n: uleb128(7) }).where(($) => [check($.n.lt(5))]))).toBe('none');
  });
});

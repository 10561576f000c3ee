import type { Node } from '@bytewright/schema-dsl';
import {
  bytes,
  check,
  derived,
  endsWith,
  enumeration,
  explain,
  firstOf,
  i8,
  irOf,
  list,
  literal,
  on,
  openEnumeration,
  optional,
  parameter,
  peek,
  prefix,
  SchemaError,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u64be,
  uleb128,
  union,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

// PNG (ISO/IEC 15948:2004), table 11.1: the colour types
const Color = enumeration(u8, { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgba: 6 });

describe('enumerations', () => {
  test('are names; other numbers are rejected', () => {
    expectBothWays(Color, '02', 'rgb');
    expectBothWays(Color, '06', 'rgba');
    expect(decodeErrorOf(struct('S', { a: u8, color: Color }), hex('00 05'))).toEqual({
      code: 'invalid-value',
      offset: 1,
      path: 'color',
      expected: 'one of grey (0), rgb (2), palette (3), greyAlpha (4), rgba (6)',
      found: '5',
    });
    expect(encodeErrorOf(Color, 'cmyk')).toMatchObject({ code: 'invalid-value', found: '"cmyk"' });
    expect(encodeErrorOf(Color, 2)).toMatchObject({ code: 'invalid-value' });
    for (const value of [undefined, null, true, {}, ['rgb'], Symbol('rgb')])
      expect(encodeErrorOf(Color, value)).toMatchObject({ code: 'wrong-type' });
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(encodeErrorOf(Color, name)).toMatchObject({ code: 'invalid-value' });
  });

  test('with many members name some of them in errors', () => {
    const members = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`m${i}`, i]));
    expect(decodeErrorOf(enumeration(u8, members), hex('63'))).toMatchObject({
      expected: expect.stringMatching(/^one of m0 \(0\), .*, m11 \(11\) and 2 more$/) as string,
    });
  });

  test('that are open keep numbers without a name, within the range of their node', () => {
    const Unit = openEnumeration(u16be, { none: 0, inch: 2 });
    expectBothWays(Unit, '00 02', 'inch');
    expectBothWays(Unit, '00 03', 3);
    expect(encodeErrorOf(Unit, 2)).toMatchObject({
      code: 'invalid-value',
      expected: 'one of none (0), inch (2), or a number without a name',
      found: '2',
    });
    expect(encodeErrorOf(Unit, 'foot')).toMatchObject({ code: 'invalid-value' });
    expect(encodeErrorOf(Unit, 65536)).toMatchObject({ code: 'out-of-range' });
    expect(encodeErrorOf(Unit, 1.5)).toMatchObject({ code: 'wrong-type' });
    expect(encodeErrorOf(Unit, -0)).toMatchObject({ code: 'invalid-value' });
    expect(encodeErrorOf(Unit, 3n)).toMatchObject({ code: 'invalid-value' });
    const Wide = openEnumeration(u64be, { one: 1n });
    expectBothWays(Wide, '00 00 00 00 00 00 00 01', 'one');
    expectBothWays(Wide, '80 00 00 00 00 00 00 00', 2n ** 63n);
    expect(encodeErrorOf(Wide, 1n)).toMatchObject({ code: 'invalid-value' });
    expect(encodeErrorOf(Wide, 3)).toMatchObject({ code: 'invalid-value' });
  });

  test('name the numbers of any integer type', () => {
    expectBothWays(enumeration(i8, { minus: -1 }), 'ff', 'minus');
    const Kind = enumeration(uleb128(32), { small: 1, large: 300 });
    expectBothWays(list(Kind, prefix(u8)), '02 ac02 01', ['large', 'small']);
    expect(decodeErrorOf(struct('S', { kind: Kind }), hex('8100'))).toMatchObject({
      code: 'invalid-value',
      expected: 'uleb128(32) without padding',
    });
    expect(encodeErrorOf(struct('S', { kind: Kind }), { kind: 'huge' })).toMatchObject({
      offset: undefined,
      path: 'kind',
    });
  });

  test('are text in relations', () => {
    const S = struct('S', { color: Color, palette: optional(bytes(2)), size: u8 }).where(($) => [
      $.palette.presentWhen($.color.eq('palette')),
      check($.color.ne('rgba'), 'no alpha'),
    ]);
    expectBothWays(S, '03 cafe 01', { color: 'palette', palette: hex('cafe'), size: 1 });
    expectBothWays(S, '00 01', { color: 'grey', palette: undefined, size: 1 });
    expect(decodeErrorOf(S, hex('06 01'))).toMatchObject({
      code: 'check-failed',
      path: 'color',
      found: '"rgba"',
    });
  });

  test('can be constants, alternatives and sentinels', () => {
    const S = struct('S', {
      mark: literal(Color, 'palette'),
      next: firstOf({ color: Color, other: u8 }),
      seen: peek(Color),
      all: list(enumeration(u8, { a: 1, b: 2 }), endsWith(literal(u8, 0))),
    });
    expectBothWays(S, '03 02 01 02 00', { next: { type: 'color', value: 'rgb' }, all: ['a', 'b'] });
    expectBothWays(S, '03 07 00', { next: { type: 'other', value: 7 }, all: [] });
    expect(encodeErrorOf(S, { next: { type: 'other', value: 2 }, all: [] })).toMatchObject({
      code: 'ambiguous',
    });
    expect(decodeErrorOf(S, hex('02'))).toMatchObject({
      code: 'wrong-constant',
      expected: '"palette"',
      found: '"rgb"',
    });
  });

  test('select the arms of unions', () => {
    const Kind = openEnumeration(u8, { get: 1, put: 2, drop: 3 });
    const Kept = struct('Kept', {
      kind: Kind,
      body: union({ get: u8, nine: on(9, u16be) }, { otherwise: bytes(toEnd) }),
    }).where(($) => [$.body.tag($.kind)]);
    expectBothWays(Kept, '01 07', { kind: 'get', body: { type: 'get', value: 7 } });
    expectBothWays(Kept, '09 0007', { kind: 9, body: { type: 'nine', value: 7 } });
    expectBothWays(Kept, '02 ca', { kind: 'put', body: { type: undefined, value: hex('ca') } });
    expect(encodeErrorOf(Kept, { kind: 'get', body: { type: undefined, value: hex('ca') } })).toMatchObject({
      code: 'mismatch',
    });

    const Derived = struct('Derived', {
      kind: derived(Kind),
      body: union({ get: u8 }, { otherwise: bytes(toEnd), rawTag: 'code', tags: Kind }),
    }).where(($) => [$.kind.is(tagOf($.body))]);
    expectBothWays(Derived, '01 07', { body: { type: 'get', value: 7 } });
    expectBothWays(Derived, '02 ca', { body: { type: undefined, code: 'put', value: hex('ca') } });
    expectBothWays(Derived, '09 ca', { body: { type: undefined, code: 9, value: hex('ca') } });
    expect(encodeErrorOf(Derived, { body: { type: undefined, code: 2, value: hex('ca') } })).toMatchObject({
      code: 'invalid-value',
      path: 'kind',
    });
    expect(
      encodeErrorOf(Derived, { body: { type: undefined, code: 'get', value: hex('ca') } }),
    ).toMatchObject({ code: 'mismatch' });
  });

  test('can be parameters', () => {
    const kind = parameter('kind', Color);
    const Inner = struct('Inner', { palette: optional(u8, kind.eq('palette')) });
    const S = struct('S', { color: Color, inner: Inner }).where(($) => [$.inner.with(kind.of($.color))]);
    expectBothWays(S, '03 05', { color: 'palette', inner: { palette: 5 } });
    expect(() => parameter('unit', openEnumeration(u8, { a: 1 }))).toThrow(
      /^parameter\(unit\): .* found openEnumeration/,
    );
  });

  test('are explained with their node', () => {
    expect(explain(struct('S', { color: Color }), hex('02')).root.parts[0]).toMatchObject({
      type: 'u8 enumeration',
      value: 'rgb',
    });
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
  const problemOfMembers = (members: object, node: Node<unknown> = u8): string =>
    problemOf(() => struct('S', { e: enumeration(node as never, members as never) }));

  test('for members', () => {
    expect(problemOfMembers({})).toBe('S.e: is an enumeration without members; add one, or use the integer');
    expect(problemOfMembers({ a: 1, b: 1 })).toBe('S.e: a and b are both 1; keep one name');
    expect(problemOfMembers({ a: 256 })).toBe('S.e: the member a is 256, which u8 cannot hold; use 0 to 255');
    expect(problemOfMembers({ a: -1 })).toBe('S.e: the member a is -1, which u8 cannot hold; use 0 to 255');
    expect(problemOfMembers({ a: 1.5 })).toBe(
      'S.e: the member a is 1.5, but u8 holds integers; use an integer, such as 1',
    );
    expect(problemOfMembers({ a: -0 })).toContain('but u8 holds integers; use an integer');
    expect(problemOfMembers({ a: '1' })).toContain('but u8 holds integers; use an integer');
    expect(problemOfMembers({ a: 1n })).toBe(
      'S.e: the member a is 1n, but u8 holds integers; use an integer, such as 1',
    );
    expect(problemOfMembers({ a: 1 }, u64be)).toBe(
      'S.e: the member a is 1, but u64be holds bigints; use a bigint, such as 1n',
    );
    expect(problemOfMembers({ 7: 1 })).toBe(
      'S.e: the member name "7" looks like a number, but members are written { name: number }; use a word',
    );
    expect(problemOfMembers({ '-7': 1 })).toContain('looks like a number');
    expect(problemOfMembers({ '': 1 })).toBe(
      'S.e: a member has an empty name, which messages could not show; name it',
    );
    expect(problemOfMembers(JSON.parse('{"__proto__":1}') as object)).toContain(
      'has a special meaning for JavaScript objects',
    );
    expect(problemOfMembers({ constructor: 1 })).toContain('has a special meaning for JavaScript objects');
    expect(problemOfMembers({ a: 1 }, string(1))).toBe(
      'S.e: names the numbers of string(…), which is not an integer; use an integer node, such as u8',
    );
  });

  test('for values that are never a member', () => {
    const E = enumeration(u8, { a: 1, b: 2 });
    const loose = (e: unknown): never => e as never;
    expect(problemOf(() => struct('S', { e: E }).where(($) => [check($.e.eq(loose('c')))]))).toBe(
      'S.e: "c" is never e, which is one of a (1), b (2); use one of these',
    );
    expect(
      problemOf(() =>
        struct('S', { e: E, x: optional(u8) }).where(($) => [$.x.presentWhen($.e.ne(loose(1)))]),
      ),
    ).toBe('S.x: 1 is never e, which is one of a (1), b (2); use one of these');
    expect(
      problemOf(() => struct('S', { e: E, x: union({ a: u8, c: u8 }) }).where(($) => [$.x.tag($.e)])),
    ).toBe('S.x.c: "c" is never e, which is one of a (1), b (2); use one of these');
    const Open = openEnumeration(u8, { a: 1 });
    expect(
      problemOf(() => struct('S', { e: Open, x: union({ a: on(1, u8) }) }).where(($) => [$.x.tag($.e)])),
    ).toBe('S.x.a: 1 is never e, which is one of a (1), or a number without a name; use one of these');
    expect(problemOf(() => struct('S', { e: literal(E as never, 'c') }))).toBe(
      'S.e: the constant "c" is not one of a (1), b (2); use one of these',
    );
  });

  test('for kept tags of unknown type', () => {
    const E = enumeration(u8, { a: 1, b: 2 });
    const make = (tags: Node<unknown> | undefined): string =>
      problemOf(() =>
        struct('S', {
          e: derived(E),
          x: union({ a: u8 }, {
            otherwise: bytes(toEnd),
            rawTag: 'code',
            ...(tags ? { tags } : {}),
          } as never),
        }).where(($) => [$.e.is(tagOf($.x) as never)]),
      );
    expect(make(E)).toBe('none');
    expect(make(undefined)).toContain(
      "S.x: rawTag keeps the other members of e; pass that field's node as 'tags'",
    );
    expect(make(u8)).toContain(
      "S.x: 'tags' is u8, which is not the node of the selector e; pass that field's node",
    );
    const kept = struct('S', { e: E, x: union({ a: u8 }, { otherwise: bytes(toEnd), tags: E }) });
    expect(problemOf(() => kept.where(($) => [$.x.tag($.e)]))).toContain("'tags' gives rawTag its type");
  });
});

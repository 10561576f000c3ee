import type { Node } from '@bytewright/schema-dsl';
import {
  check,
  derived,
  explain,
  firstOf,
  flags,
  i8,
  irOf,
  list,
  optional,
  prefix,
  SchemaError,
  string,
  struct,
  u8,
  u16be,
  u16le,
  u64be,
  uleb128,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

const Access = flags(u8, { read: 0, write: 1 });

describe('flags', () => {
  test('are booleans, and keep the other bits in their positions', () => {
    expectBothWays(Access, '00', { read: false, write: false, unknown: 0 });
    expectBothWays(Access, '02', { read: false, write: true, unknown: 0 });
    expectBothWays(Access, '85', { read: true, write: false, unknown: 0x84 });
    expectBothWays(flags(u16le, { low: 0, high: 15 }), '01 81', { low: true, high: true, unknown: 0x0100 });
    expectBothWays(flags(u64be, { last: 63 }), '80 00 00 00 00 00 00 01', { last: true, unknown: 1n });
    expectBothWays(flags(uleb128(40), { far: 39 }), '82 80 80 80 80 10', { far: true, unknown: 2 });
  });

  test('reject values with two forms, and members that are not flags', () => {
    const S = struct('S', { a: u8, access: Access });
    const refusal = (access: unknown): string => {
      const { code, path, offset } = encodeErrorOf(S, { a: 1, access });
      return `${code} ${path} ${offset}`;
    };
    expect(refusal({ read: true, write: true, unknown: 1 })).toBe('invalid-value access.unknown 1');
    expect(refusal({ read: true, write: true, unknown: 256 })).toBe('out-of-range access.unknown 1');
    expect(refusal({ read: true, write: true, unknown: -1 })).toBe('out-of-range access.unknown 1');
    expect(refusal({ read: true, write: true })).toBe('wrong-type access.unknown 1');
    expect(refusal({ read: true, write: 1, unknown: 0 })).toBe('wrong-type access.write 1');
    expect(refusal({ write: true, unknown: 0 })).toBe('wrong-type access.read 1');
    expect(refusal(3)).toBe('wrong-type access 1');
    expect(refusal(null)).toBe('wrong-type access 1');
  });

  test('that are strict reject unnamed bits', () => {
    const Strict = flags(u16be, { read: 0, write: 9 }, { strict: true });
    expectBothWays(Strict, '02 01', { read: true, write: true });
    expect(decodeErrorOf(struct('S', { a: u8, access: Strict }), hex('00 0401'))).toEqual({
      code: 'invalid-value',
      offset: 1,
      path: 'access',
      expected: 'no bits but read (0), write (9)',
      found: '0x401 (1025)',
    });
  });

  test('can be conditions, and be used in computations', () => {
    const S = struct('S', {
      access: Access,
      n: derived(u8),
      note: optional(u8),
    }).where(($) => [
      $.note.presentWhen($.access.$.write),
      $.n.is($.access.$.unknown.plus(1)),
      check($.access.$.read.or($.access.$.write), 'of some use'),
    ]);
    expectBothWays(S, '06 05 2a', { access: { read: false, write: true, unknown: 4 }, note: 42 });
    expect(decodeErrorOf(S, hex('04 05'))).toMatchObject({ code: 'check-failed', path: 'access' });
    expect(
      encodeErrorOf(S, { access: { read: false, write: true, unknown: 4 }, note: undefined }),
    ).toMatchObject({
      code: 'mismatch',
      path: 'note',
    });
    expect(encodeErrorOf(S, { access: 5, note: 1 })).toMatchObject({ code: 'wrong-type', path: 'access' });
  });

  test('can be elements and alternatives', () => {
    const Strict = flags(u8, { a: 0, b: 7 }, { strict: true });
    const S = struct('S', { all: list(Access, prefix(u8)), next: firstOf({ set: Strict, other: u8 }) });
    expectBothWays(S, '01 01 81', {
      all: [{ read: true, write: false, unknown: 0 }],
      next: { type: 'set', value: { a: true, b: true } },
    });
    expectBothWays(S, '00 02', { all: [], next: { type: 'other', value: 2 } });
    expect(encodeErrorOf(S, { all: [], next: { type: 'other', value: 0x81 } })).toMatchObject({
      code: 'ambiguous',
    });
    expect(explain(struct('S', { access: Access }), hex('02')).root.parts[0]).toMatchObject({
      type: 'u8 flags',
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
  const problemOfNames = (names: object, node: Node<unknown> = u8): string =>
    problemOf(() => struct('S', { f: flags(node as never, names as never) }));

  test('for names and bits', () => {
    expect(problemOfNames({})).toBe('S.f: is a flag set without flags; add one, or use the integer');
    expect(problemOfNames({ a: 8 })).toBe(
      'S.f: the flag a is bit 8, but u8 has bits 0 to 7; use one of these',
    );
    for (const bit of [-1, 1.5, '1', 1n, undefined])
      expect(problemOfNames({ a: bit })).toContain(`the flag a is bit ${String(bit)}`);
    expect(problemOfNames({ a: 10 }, uleb128(10))).toContain('uleb128(10) has bits 0 to 9');
    expect(problemOfNames({ a: 1, b: 1 })).toBe('S.f: a and b are both bit 1; keep one name');
    expect(problemOfNames({ unknown: 1 })).toBe(
      'S.f: a flag cannot be called unknown: that member holds the unnamed bits; choose another name',
    );
    expect(problemOfNames({ 7: 1 })).toContain('expected an identifier as the member name');
    expect(problemOfNames({ constructor: 1 })).toContain('has a special meaning for JavaScript objects');
    expect(problemOfNames({ a: 1 }, i8)).toBe(
      'S.f: names the bits of i8, which is signed; use the unsigned integer',
    );
    expect(problemOfNames({ a: 1 }, string(1))).toBe(
      'S.f: names the bits of string(…), which is not an integer; use an integer node, such as u8',
    );
  });

  test('for paths', () => {
    const loose = (e: unknown): never => e as never;
    const S = struct('S', { f: Access, x: optional(u8) });
    const at = (path: ($: { f: { $: Record<string, unknown> } }) => unknown): string =>
      problemOf(() => S.where(($) => [$.x.presentWhen(loose(path(loose($))))]));
    expect(at(($) => $.f.$.read)).toBe('none');
    expect(at(($) => $.f.$.execute)).toBe('S.f.execute: no such flag; use one of read, write, unknown');
    expect(at(($) => (loose($.f.$.read) as { $: Record<string, unknown> }).$.more)).toBe(
      'S.f.read.more: no such flag; use one of read, write, unknown',
    );
    const Strict = struct('S', { f: flags(u8, { a: 0 }, { strict: true }), x: u8 });
    expect(
      problemOf(() =>
        Strict.where(($) => [check(loose((loose($.f) as { $: Record<string, unknown> }).$.unknown))]),
      ),
    ).toBe('S.f.unknown: no such flag; use one of a');
  });
});

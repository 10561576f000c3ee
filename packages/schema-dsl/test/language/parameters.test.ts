import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  before,
  between,
  bool,
  bytes,
  decode,
  derived,
  encode,
  enumeration,
  irOf,
  list,
  literal,
  optional,
  parameter,
  prefix,
  SchemaError,
  since,
  string,
  struct,
  u8,
  u16be,
  u32be,
  u64be,
  ubits,
  union,
  until,
} from '../../src/index.js';
import { expectBothWays, hex } from '../interpreter/support.js';

const size = parameter('size', u8, { default: 2 });
const Queue = struct('Queue', { data: bytes(size) });

function errorOf(schema: Node<unknown>): string {
  try {
    irOf(schema);
  } catch (error) {
    if (error instanceof SchemaError) return error.message;
    throw error;
  }
  throw new Error('the schema was accepted');
}

describe('the default of a parameter', () => {
  test('is the value at a root', () => {
    expectBothWays(Queue, '0a 0b', { data: hex('0a0b') });
    expectBothWays(struct('Outer', { queue: Queue }), '0a 0b', { queue: { data: hex('0a0b') } });
  });

  test('applies if nothing binds the parameter, whatever else is bound', () => {
    const Two = struct('Two', { n: u8, one: Queue, other: Queue }).where(($) => [$.one.with(size.of($.n))]);
    expectBothWays(Two, '01 aa bbbb', { n: 1, one: { data: hex('aa') }, other: { data: hex('bbbb') } });
  });

  test('applies to look-ahead too', () => {
    const Mark = struct('Mark', {
      mark: literal(u8, 0xff),
      more: derived(since(size, 2, literal(u8, 0xee))),
    });
    const Line = struct('Line', { text: bytes(until(Mark)), mark: Mark });
    expectBothWays(Line, '01 ff 02 ff ee', { text: hex('01ff02'), mark: {} });
  });

  test('must have the type of the parameter', () => {
    expect(() => parameter('p', u8, { default: 300 })).toThrow(
      'parameter(p): expected a default that is a u8, 0 to 255, found 300',
    );
    expect(() => parameter('p', u8, { default: 1.5 })).toThrow(
      'parameter(p): expected a default that is a u8, 0 to 255, found 1.5',
    );
    expect(() => parameter('p', u64be, { default: -1n })).toThrow(
      'parameter(p): expected a default that is a u64be, 0 to 18446744073709551615, found -1n',
    );
    expect(() => parameter('p', bool, { default: 1 as never })).toThrow(
      'parameter(p): expected a default that is a boolean, found 1',
    );
    expect(() => parameter('p', string(), { default: false as never })).toThrow(
      'parameter(p): expected a default that is a string, found false',
    );
  });

  test('may be a name of an enumeration, a number of bits, or any text', () => {
    const color = enumeration(u8, { grey: 0, rgb: 2 });
    expect(() => parameter('p', color, { default: 'cmyk' as 'rgb' })).toThrow(
      'parameter(p): expected a default that is a member, one of grey, rgb, found "cmyk"',
    );
    expect(() => parameter('p', ubits(3), { default: 8 })).toThrow(
      'parameter(p): expected a default that is a ubits(3), 0 to 7, found 8',
    );
    const Tagged = struct('Tagged', {
      rgb: optional(u8, parameter('color', color, { default: 'rgb' }).eq('rgb')),
      three: optional(u8, parameter('bits', ubits(3), { default: 3 }).eq(3)),
      text: optional(u8, parameter('text', string(), { default: 'any' }).eq('any')),
    });
    expect(decode(Tagged, hex('010203'))).toEqual({ rgb: 1, three: 2, text: 3 });
  });

  test('does not replace a missing default of another parameter', () => {
    const other = parameter('other', u8);
    const schema = struct('S', { data: bytes(size.plus(other)) });
    expect(() => decode(schema, hex('00'))).toThrow("S: reads the parameter 'other', which nothing binds");
  });
});

describe('one name identifies one parameter', () => {
  test('with one type', () => {
    const one = struct('One', { data: bytes(parameter('p', u8)) });
    const two = struct('Two', { data: since(parameter('p', u64be), 1n, u8), one });
    const schema = struct('S', { two: two.with(parameter('p', u8).of(1)) });
    expect(errorOf(schema)).toBe('One.data: two parameters are called p, a bigint and a number; rename one');
  });

  test('with one default', () => {
    const one = struct('One', { data: bytes(parameter('p', u8, { default: 1 })) });
    const schema = struct('S', { data: bytes(parameter('p', u8)), one });
    expect(errorOf(schema)).toBe(
      'One.data: two parameters are called p, with the defaults none and 1; declare it once and import it',
    );
  });

  test('bound to values of that type', () => {
    const p = parameter('p', u8);
    const inner = struct('Inner', { data: bytes(p) });
    const schema = struct('S', { n: u64be, inner }).where(($) => [$.inner.with(p.of($.n as never))]);
    expect(errorOf(schema)).toBe('S.inner: binds p, a number, to a bigint; bind it to a number');
  });
});

describe('the binding of a parameter', () => {
  const version = parameter('version', u8);
  const Inner = struct('Inner', { late: since(version, 2, u8) });
  const Own = Inner.with(version.of(1));
  const absent = { late: undefined };

  test('is first taken from where the struct is used, in a relation or with()', () => {
    const schema = struct('S', { v: u8, a: Own, b: Own.with(version.of(2)), c: Own }).where(($) => [
      $.c.with(version.of($.v)),
    ]);
    expectBothWays(schema, '02 0b 0c', { v: 2, a: absent, b: { late: 11 }, c: { late: 12 } });
  });

  test('passes through lists and alternatives', () => {
    const schema = struct('S', {
      kind: u8,
      all: list(Own, prefix(u8)),
      one: union({ own: Own, number: u8 }),
    }).where(($) => [
      $.all.with(version.of(2)),
      $.one.tag($.kind.eq(1).choose('own', 'number')),
      $.one.with(version.of(3)),
    ]);
    expectBothWays(schema, '01 01 0b 0c', {
      kind: 1,
      all: [{ late: 11 }],
      one: { type: 'own', value: { late: 12 } },
    });
  });

  test('is then taken from the struct itself, and finally inherited', () => {
    const Middle = struct('Middle', { own: Own, inherited: Inner });
    const schema = struct('S', { middle: Middle.with(version.of(2)) });
    expectBothWays(schema, '0c', { middle: { own: absent, inherited: { late: 12 } } });
  });
});

describe('fields of some versions', () => {
  const version = parameter('version', u16be);
  const Some = struct('Some', {
    came: since(version, 2, u8),
    went: before(version, 3, u8),
    both: between(version, 2, 4, u8),
    mark: derived(since(version, 4, literal(u8, 0x7e))),
    list: since(version, 3, list(since(version, 4, u8).doc('x') as Node<number>, 0)),
  });
  const All = struct('All', { version: u16be, some: Some }).where(($) => [
    $.some.with(version.of($.version)),
  ]);
  const bytesOf = (v: number, text: string): string => `00 0${v} ${text}`;

  test('are present from the first version up to, but not including, the last', () => {
    const none = { came: undefined, went: undefined, both: undefined, list: undefined };
    expectBothWays(All, bytesOf(1, '0a'), { version: 1, some: { ...none, went: 10 } });
    expectBothWays(All, bytesOf(2, '0a 0b 0c'), {
      version: 2,
      some: { ...none, came: 10, went: 11, both: 12 },
    });
    expectBothWays(All, bytesOf(3, '0a 0b'), { version: 3, some: { ...none, came: 10, both: 11, list: [] } });
    expectBothWays(All, bytesOf(4, '0a 7e'), { version: 4, some: { ...none, came: 10, list: [] } });
  });

  test('accept bigints and expressions for versions', () => {
    const big = parameter('big', u64be);
    const inner = struct('Inner', { late: since(big, 2n, u32be) }).with(big.of(2n));
    expect(encode(struct('S', { inner }), { inner: { late: 1 } })).toEqual(hex('00000001'));
  });

  test('reject an empty range of versions', () => {
    expect(() => between(version, 3, 3, u8)).toThrow(
      'between(): no version is at least 3 and below 3, so the field is never present',
    );
  });
});

import type { Node, SchemaErrorCode } from '@bytewright/schema-dsl';
import * as language from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';

const { decode, encode, irOf, SchemaError } = language;

// Calls are wrong on purpose, so the types cannot be right.
type Loose = Record<string, (...args: readonly unknown[]) => Node<unknown>>;
const { asNumber, bits, bytes, enumeration, firstOf, flags, list, literal, optional, parameter } =
  language as unknown as Loose;
const { prefix, preserve, preserveNaN, string, struct, union, until } = language as unknown as Loose;
const { bit, bool, f32be, msb0, u8, u32le, u64be, ubits, uleb128 } = language;

const where = (...relations: readonly unknown[]): Node<unknown> =>
  language.struct('A', { n: u8 }).where((() => (relations.length === 1 ? relations[0] : relations)) as never);

const cases: readonly (readonly [() => unknown, SchemaErrorCode, string])[] = [
  [() => bits?.('F', u8, { a: bit, b: ubits(7) }), 'missing-bit-order', 'bits(F): expected the bit order'],
  [
    () => where(undefined),
    'invalid-relation',
    'A: its where() returns nothing, expected an array of relations',
  ],
  [() => where([undefined]), 'invalid-relation', 'A: its where() returns undefined among its relations'],
  [
    () =>
      language.struct('A', { n: u8 }).where((($: { n: { eq(n: number): unknown } }) => [$.n.eq(1)]) as never),
    'invalid-relation',
    'A: its where() returns the expression n = 1, which is not a relation by itself; wrap it in check(…)',
  ],
  [
    () =>
      language
        .struct('A', { n: u8 })
        .where((($: { n: { equals(n: number): unknown } }) => [$.n.equals(1)]) as never),
    'failed-callback',
    'A: its where() throws TypeError: $.n.equals is not a function; fix that function',
  ],
  [
    () =>
      struct?.('A', {
        get n(): never {
          throw new RangeError('no');
        },
      }),
    'failed-callback',
    'A.n: its getter throws RangeError: no',
  ],
  [
    () => language.struct('A', { n: u8 }).where((($: Record<string, unknown>) => [$.lenght]) as never),
    'unknown-field',
    'A.lenght: no such field; use one of n',
  ],
  [() => string?.(4, 'utf8'), 'unknown-encoding', 'found "utf8"; write \'utf-8\''],
  [() => string?.(4, 'ISO-8859-1'), 'unknown-encoding', 'found "ISO-8859-1"; write \'latin1\''],
  [
    () => string?.(4, 'ebcdic'),
    'unknown-encoding',
    'known encoding: ascii, latin1, utf-8, utf-16le, utf-16be; found "ebcdic"',
  ],
  [
    () => struct?.('A', { n: language.bytes }),
    'not-a-node',
    'A.n: expected a node of the language, such as u8 or bytes(4), found a function (bytes, which must be called)',
  ],
  [
    () => list?.(5, 2),
    'not-a-node',
    'list(): expected a node of the language, such as u8 or bytes(4), found 5; write list(element, size)',
  ],
  [
    () => optional?.(u8, true),
    'invalid-argument',
    'optional(): expected a condition as the second argument, found true; write, for example, optional(u8, version.ge(2))',
  ],
  [
    () => (u8 as never as { with(b: unknown): unknown }).with(language.parameter('size', u8)),
    'wrong-binding',
    'with(): expected a parameter with its value, found the bare parameter size; write size.of(value)',
  ],
  [
    () => struct?.('A', { __proto__: u8 }),
    'reserved-name',
    'struct(A): expected a plain object that names its fields, found one with a prototype of its own',
  ],
  [() => union?.({ __proto__: u8 }), 'reserved-name', 'union(): expected a plain object that names its arms'],
  [
    () => firstOf?.([u8]),
    'invalid-argument',
    'firstOf(): expected an object that names its alternatives, found [{ … }]; write { name: …, … }',
  ],
  [
    () => enumeration?.(u8),
    'invalid-argument',
    'enumeration(): expected an object that names its members, found undefined',
  ],
  [
    () => struct?.('size of things', {}),
    'invalid-name',
    'struct("size of things"): expected the name of a type',
  ],
  [
    () => parameter?.('p', f32be),
    'invalid-parameter',
    'parameter(p): expected an integer, bool, string() or enumeration(…) as its type, found f32be',
  ],
  [
    () => language.crc32((language as never as Loose).present as never),
    'wrong-span',
    'crc32(): expected span(…) or virtual(…), found a function',
  ],
];

describe('a misused function reports what it expected, what it was given, and where', () => {
  test.each(cases)('%# %s', (make, code, message) => {
    const use = (): unknown => {
      const made = make();
      return irOf(made as Node<unknown>);
    };
    expect(use).toThrow(SchemaError);
    try {
      use();
    } catch (error) {
      expect(error).toMatchObject({ code });
      expect(String(error)).toContain(message);
      expect(String(error)).not.toContain('\n');
    }
  });

  test('has the stack of the call, even if the message names the struct', () => {
    try {
      irOf(language.struct('A', { n: language.string(1) }).where(($) => [language.check($.n.matches(/a/u))]));
    } catch (error) {
      expect((error as Error).message).toMatch(/^A: matches\(\): /);
      expect((error as Error).stack).toContain('misused-calls.test.ts');
      return;
    }
    throw new Error('the schema was accepted');
  });
});

describe('documentation of a node does not change the node', () => {
  const described = (node: Node<unknown>): Node<unknown> => node.doc('Described.').unit('parts');
  const p = language.parameter('p', u32le.unit('bytes'), { default: 1 });
  test.each<[string, Node<unknown> | undefined, string]>([
    ['a parameter', language.bytes(p), '05'],
    ['literal()', literal?.(described(u8), 5), '05'],
    ['literal() of bytes', literal?.(described(bytes?.(2) as never), 'cafe'), 'cafe'],
    ['prefix()', bytes?.(prefix?.(described(u8))), '0105'],
    ['until()', bytes?.(until?.(described(literal?.(described(u8), 0) as never))), '01'],
    ['asNumber()', asNumber?.(described(u64be)), '0000000000000005'],
    ['preserveNaN()', preserveNaN?.(described(f32be)), '7fc00001'],
    ['preserve() of a bool', preserve?.(described(bool)), '07'],
    ['preserve() of a varint', preserve?.(described(uleb128(14))), '8000'],
    ['enumeration()', enumeration?.(described(u8), { a: 5 }), '05'],
    ['flags()', flags?.(described(u8), { a: 0 }), '05'],
    ['bits()', bits?.('F', described(u8), { a: described(bit), b: ubits(7) }, msb0), '85'],
    [
      'a bit field that is a constant',
      struct?.('G', { a: literal?.(described(ubits(4)), 8), b: ubits(4) }),
      '85',
    ],
    ['list()', list?.(described(u8), 1), '05'],
    ['optional()', struct?.('O', { x: optional?.(described(u8), p.eq(1)) }), '05'],
  ])('%s', (name, node, hex) => {
    const input = Uint8Array.from(Buffer.from(name === 'until()' ? `${hex}00` : hex, 'hex'));
    const S = struct?.('S', {
      x: node,
      ...(name === 'until()' ? { end: literal?.(u8, 0) } : {}),
    }) as Node<unknown>;
    expect(encode(S, decode(S, input))).toEqual(input);
  });
});

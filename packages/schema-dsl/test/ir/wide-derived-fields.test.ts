import type { Expr, Infer, Node } from '@bytewright/schema-dsl';
import {
  at,
  byteLength,
  bytes,
  custom,
  derived,
  external,
  f32be,
  flags,
  literal,
  optional,
  present,
  processed,
  sized,
  struct,
  tail,
  u8,
  u64be,
  ubits,
  uleb128,
  xor,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, expectBothWays, hex } from '../interpreter/support.js';

type Length = Expr<number>;

// No formula contains a constant, whose type would determine that of the whole.
describe('a 64-bit field may be derived from a number:', () => {
  const wide = (n: number): string => n.toString(16).padStart(16, '0');
  const tens = custom(
    external(
      { module: './tens.js', export: 'tens' },
      {
        read: ([byte]: Uint8Array) => ({ value: (byte ?? 0) * 10, byteLength: 1 }),
        write: (value: number) => Uint8Array.of(value / 10),
      },
    ),
    { min: 1, max: 1, type: 'number' },
  );
  const cases: readonly (readonly [what: string, node: Node<number>, bytes: string, value: number])[] = [
    ['an integer', u8, '05', 5],
    ['a documented one', u8.doc('Five.'), '05', 5],
    ['a floating-point number', f32be, '40a00000', 5],
    ['an integer of any length', uleb128(14), '05', 5],
    ['what a codec by hand says is a number', tens, '05', 50],
    ['one in a region', sized(1, u8), '05', 5],
    ['one in a region whose bytes are changed', processed(xor(1), 1, u8), '04', 5],
  ];
  test.each(cases)('%s', (_, node, written, value) => {
    const S = struct('S', { n: derived(u64be), v: node }).where(($) => [$.n.is($.v.plus($.v))]);
    expectBothWays(S, `${wide(2 * value)} ${written}`, { v: value });
    expect(decodeErrorOf(S, hex(`${wide(value)} ${written}`))).toMatchObject({
      code: 'mismatch',
      offset: 0,
      path: 'n',
    });
  });

  test('bits', () => {
    const S = struct('S', { n: derived(u64be), v: ubits(4), w: ubits(4) }).where(($) => [
      $.n.is($.v.plus($.w)),
    ]);
    expectBothWays(S, `${wide(5)} 23`, { v: 2, w: 3 });
  });

  test('the unnamed bits of a flag set', () => {
    const unknownOf = (set: { readonly $: object }): Length => Reflect.get(set.$, 'unknown') as Length;
    const S = struct('S', { n: derived(u64be), v: flags(u8, { odd: 0 }) }).where(($) => [
      $.n.is(unknownOf($.v).times(unknownOf($.v))),
    ]);
    expectBothWays(S, `${wide(16)} 05`, { v: { odd: true, unknown: 4 } } as Infer<typeof S>);
  });

  test('a member of a struct, and of a nested struct', () => {
    const Inner = struct('Inner', { x: u8 });
    const Outer = struct('Outer', { inner: Inner, y: u8 });
    const S = struct('S', { n: derived(u64be), v: Outer }).where(($) => [
      $.n.is($.v.$.inner.$.x.plus($.v.$.y)),
    ]);
    expectBothWays(S, `${wide(5)} 02 03`, { v: { inner: { x: 2 }, y: 3 } });
  });

  test('a constant', () => {
    const S = struct('S', { n: derived(u64be), v: literal(u8, 4) }).where(($) => [
      $.n.is($.v as unknown as Length),
    ]);
    expectBothWays(S, `${wide(4)} 04`, {});
  });

  test('a field that may be absent', () => {
    const S = struct('S', { n: derived(u64be), has: u8, v: optional(u8) }).where(($) => [
      $.v.presentWhen($.has.eq(1)),
      $.n.is(present($.v).choose($.v as unknown as Length, $.v as unknown as Length)),
    ]);
    expectBothWays(S, `${wide(5)} 01 05`, { has: 1, v: 5 });
  });

  test('a positioned field', () => {
    const S = struct('S', { n: derived(u64be), v: at(8, u8), w: tail(u8) }).where(($) => [
      $.n.is($.v.times($.v)),
      $.n.is($.w.times($.w)),
    ]);
    expectBothWays(S, `${wide(25)} 05 05`, { v: 5, w: 5 });
    const Tail = struct('Tail', { n: derived(u64be), w: tail(u8) }).where(($) => [$.n.is($.w.times($.w))]);
    expectBothWays(Tail, `${wide(25)} 05`, { w: 5 });
  });

  test('the field itself may be in a region', () => {
    const Region = struct('Region', { n: derived(sized(8, u64be)), data: bytes() }).where(($) => [
      ($.n as Expr<bigint>).is(byteLength($.data)),
    ]);
    expectBothWays(Region, `${wide(1)} ff`, { data: hex('ff') });
  });

  test('but not if it is derived from bigints', () => {
    const S = struct('S', { n: derived(u64be), v: uleb128(64) }).where(($) => [$.n.is($.v.plus(1n))]);
    expectBothWays(S, `${wide(5)} 04`, { v: 4n });
  });
});

import { describe, expect, test } from 'vitest';
import {
  bool,
  derived,
  enumeration,
  f32be,
  prefix,
  string,
  struct,
  u8,
  u64be,
  ubits,
} from '../../src/index.js';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

describe('checks the operands of a derived field first, whatever their type', () => {
  test('an integer of eight bytes', () => {
    const Pair = struct('Pair', { n: derived(u64be), a: u64be }).where(($) => [$.n.is($.a.plus(1n))]);
    expectBothWays(Pair, '0000000000000003 0000000000000002', { a: 2n });
    expect(encodeErrorOf(Pair, { a: 2 })).toMatchObject({ code: 'wrong-type', path: 'a' });
  });

  test('bits', () => {
    const Bits = struct('Bits', { n: derived(u8), high: ubits(4), low: ubits(4) }).where(($) => [
      $.n.is($.low.plus(1)),
    ]);
    expectBothWays(Bits, '04 23', { high: 2, low: 3 });
    expect(encodeErrorOf(Bits, { high: 2, low: 16 })).toMatchObject({ code: 'out-of-range', path: 'low' });
    expect(encodeErrorOf(Bits, { high: 2, low: '3' })).toMatchObject({ code: 'wrong-type', path: 'low' });
  });

  test('a floating-point number', () => {
    const Float = struct('Float', { n: derived(u8), f: f32be }).where(($) => [
      $.n.is($.f.gt(0.5).choose(2, 1)),
    ]);
    expectBothWays(Float, '02 3f800000', { f: 1 });
    expect(encodeErrorOf(Float, { f: Symbol('1') })).toMatchObject({ code: 'wrong-type', path: 'f' });
  });

  test('a boolean', () => {
    const Flag = struct('Flag', { n: derived(u8), flag: bool }).where(($) => [$.n.is($.flag.choose(7, 8))]);
    expectBothWays(Flag, '07 01', { flag: true });
    expect(encodeErrorOf(Flag, { flag: 1 })).toMatchObject({ code: 'wrong-type', path: 'flag' });
  });

  test('a name of an enumeration', () => {
    const Kind = struct('Kind', { n: derived(u8), kind: enumeration(u8, { red: 1, blue: 2 }) }).where(($) => [
      $.n.is($.kind.eq('red').choose(7, 8)),
    ]);
    expectBothWays(Kind, '07 01', { kind: 'red' });
    expectBothWays(Kind, '08 02', { kind: 'blue' });
    expect(encodeErrorOf(Kind, { kind: 'green' })).toMatchObject({ path: 'kind' });
  });
});

describe('a quotient of bigints', () => {
  const Quarter = struct('Quarter', { n: derived(u64be), a: u64be }).where(($) => [$.n.is($.a.div(4n))]);

  test('is exact', () => {
    expectBothWays(Quarter, '0000000000000003 000000000000000c', { a: 12n });
    expectBothWays(Quarter, '0000000000000000 0000000000000000', { a: 0n });
  });

  test('is rejected if there is a remainder', () => {
    expect(encodeErrorOf(Quarter, { a: 13n })).toMatchObject({ path: 'n' });
    expect(decodeErrorOf(Quarter, hex('0000000000000003 000000000000000d'))).toMatchObject({ path: 'n' });
  });
});

test('the size of a text counts its code units', () => {
  const Named = struct('Named', { n: derived(u8), name: string(prefix(u8)) }).where(($) => [
    $.n.is($.name.size()),
  ]);
  expectBothWays(Named, '02 03 c3a961', { name: 'éa' });
  expect(decodeErrorOf(Named, hex('03 03 c3a961'))).toMatchObject({ path: 'n' });
});

import type { Infer, Node } from '@bytewright/schema-dsl';
import {
  at,
  atEach,
  bool,
  bytes,
  constant,
  derived,
  encode,
  gaps,
  list,
  optional,
  prefix,
  present,
  sized,
  sizeOf,
  struct,
  u8,
  u16be,
  u64be,
} from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { arbitrary } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ValidValues } from '../../src/testing/valid-values.js';

function drawn<N extends Node<unknown>>(schema: N, count = 100): Infer<N>[] {
  // arbitrary() makes values of the schema's type
  return fc.sample(arbitrary(schema), { numRuns: count, seed: 20 }) as Infer<N>[];
}

test('solves offsets for the only field that they depend on, on either side of an operator', () => {
  const Placed = struct('Placed', {
    sum: u8,
    half: u8,
    left: u8,
    down: u8,
    a: at(u8),
    b: at(u8),
    c: at(u8),
    d: at(u8),
    rest: gaps(),
  }).where(($) => [
    $.a.at($.sum.plus(2)),
    $.b.at($.half.times(2)),
    $.c.at(constant(40).minus($.left)),
    $.d.at($.down.minus(3)),
  ]);
  for (const value of drawn(Placed)) {
    const { sum, half, left, down, a, b, c, d } = value;
    const written = encode(Placed, value);
    expect([sum + 2, 2 * half, 40 - left, down - 3].map((offset) => written[offset])).toEqual([a, b, c, d]);
  }
});

test('fills up a region that is larger than its parts', () => {
  const Inner = struct('Inner', { offset: u8, part: at(u16be), rest: gaps() }).where(($) => [
    $.part.at($.offset),
  ]);
  const Region = struct('Region', { inner: sized(20, Inner) });
  for (const value of drawn(Region)) expect(sizeOf(Region, value)).toBe(20);
});

test('cannot lay out a part beyond the reach of every offset', () => {
  const Far = struct('Far', { x: u8, y: u8, z: u8, a: at(bytes(200)), b: at(bytes(200)), c: at(u8) }).where(
    ($) => [$.a.at($.x), $.b.at($.y), $.c.at($.z.times(100))],
  );
  const values = new ValidValues(irOf(Far), { isEncodable: true, budget: 4000 });
  expect(() => fc.sample(values, { numRuns: 1, seed: 20 })).toThrow(
    'Valid values are too rare to be met by chance',
  );
});

test('makes a part present as an earlier field requires, or both ways if a later one decides', () => {
  const Known = struct('Known', { kind: u8, offset: u8, part: at(optional(u8)), rest: gaps() }).where(($) => [
    $.part.presentWhen($.kind.eq(1)),
    $.part.at($.offset),
  ]);
  const known = drawn(Known);
  for (const { kind, part } of known) expect(part !== undefined).toBe(kind === 1);
  expect(new Set(known.map(({ part }) => part === undefined)).size).toBe(2);

  const Derived = struct('Derived', {
    has: derived(bool),
    offset: u8,
    part: at(optional(u8)),
    rest: gaps(),
  }).where(($) => [$.has.is(present($.part)), $.part.at($.offset)]);
  expect(new Set(drawn(Derived).map(({ part }) => part === undefined)).size).toBe(2);
});

test('keeps wide sizes in a list as small as others', () => {
  const Entry = struct('Entry', { offset: u8, size: u64be });
  const Files = struct('Files', {
    entries: list(Entry, prefix(u8)),
    all: atEach(bytes()),
    rest: gaps(),
  }).where(($) => [$.all.atEach($.entries, ($e) => ({ offset: $e.offset, size: $e.size.toNumber() }))]);
  const sizes = drawn(Files).flatMap(({ entries }) => entries.map(({ size }) => size));
  expect(sizes.every((size) => size <= 24n)).toBe(true);
  expect(new Set(sizes).size).toBeGreaterThan(5);
});

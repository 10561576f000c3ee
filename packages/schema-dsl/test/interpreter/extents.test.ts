import type { Node } from '@bytewright/schema-dsl';
import {
  atEnd,
  bool,
  bytes,
  derived,
  f16be,
  f64be,
  firstOf,
  list,
  literal,
  on,
  parameter,
  prefix,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  union,
  until,
  whilePeek,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

test('bytes to the end leave room for what follows, and may be empty', () => {
  const S = struct('S', { data: bytes(toEnd), crc: u16be });
  expectBothWays(S, '0102', { data: hex(''), crc: 0x102 });
  expectBothWays(S, '00 0102', { data: hex('00'), crc: 0x102 });
  expect(decodeErrorOf(S, hex('01'))).toMatchObject({ code: 'unexpected-end', offset: 0, path: 'data' });
});

test('a boundary may be the end itself', () => {
  const S = struct('S', { data: bytes(until(atEnd)) });
  expectBothWays(S, '0102', { data: hex('0102') });
  expectBothWays(S, '', { data: hex('') });
});

test('a list of a given size rejects any other size', () => {
  const n = parameter('n', u8);
  const Pair = struct('Pair', { all: list(u16be, n) });
  expectBothWays(Pair.with(n.of(2)), '0001 0002', { all: Uint16Array.of(1, 2) });
  for (const length of [1, 3])
    expect(encodeErrorOf(Pair.with(n.of(2)), { all: new Uint16Array(length) })).toMatchObject({
      code: 'wrong-length',
      path: 'all',
      expected: 'length n = 2',
      found: `length ${length}`,
    });
});

test('numbers that a look-ahead ends are checked one by one', () => {
  const S = struct('S', {
    all: list(
      u8,
      whilePeek(u8, (next) => next.ne(0)),
    ),
    end: u8,
  });
  expectBothWays(S, '0102 00', { all: Uint8Array.of(1, 2), end: 0 });
  expect(encodeErrorOf(S, { all: Uint8Array.of(1, 0, 2), end: 0 })).toMatchObject({
    code: 'ambiguous',
    offset: 1,
    path: 'all[1]',
  });
  expect(encodeErrorOf(S, { all: Uint8Array.of(1, 2), end: 3 })).toMatchObject({
    code: 'ambiguous',
    path: 'all',
  });
});

describe('a union that is merged into its struct is not a step of a path', () => {
  const S = struct('S', {
    kind: derived(u8),
    body: union({ text: on(1, string(prefix(u8))), list: on(2, list(u8, prefix(u8))) }),
    name: string(prefix(u8)),
  })
    .where(($) => [$.kind.is(tagOf($.body))])
    .flat('body');

  test('neither for faults inside it, nor for faults after it', () => {
    expectBothWays(S, '01 01 61 01 62', { type: 'text', value: 'a', name: 'b' });
    expect(encodeErrorOf(S, { type: 'text', value: 5, name: 'b' })).toMatchObject({ path: 'value' });
    expect(encodeErrorOf(S, { type: 'text', value: 'a', name: 5 })).toMatchObject({ path: 'name' });
    expect(encodeErrorOf(S, { type: 'none', value: 'a', name: 'b' })).toMatchObject({ path: 'type' });
  });

  test('so later fields are directly below the struct', () => {
    const Outer = struct('Outer', { inner: S });
    expect(decodeErrorOf(Outer, hex('01 01 61 02 62'))).toMatchObject({ path: 'inner.name' });
    expect(encodeErrorOf(Outer, { inner: { type: 'text', value: 'a', name: 5 } })).toMatchObject({
      path: 'inner.name',
    });
  });
});

test.each([
  ['bool (1 byte)', bool, '01'],
  ['f16be (2 bytes)', f16be, '01 3c'],
  ['f64be (8 bytes)', f64be, '01 3ff00000000000'],
])('a %s that is cut short is refused where it begins', (expected, node, wire) => {
  const left = hex(wire).length - 1;
  expect(decodeErrorOf(struct('S', { a: u8, x: node as Node<unknown> }), hex(wire))).toEqual({
    code: 'unexpected-end',
    offset: 1,
    path: 'x',
    expected,
    found: left === 0 ? 'the end' : `${left} byte${left === 1 ? '' : 's'}`,
  });
});

test('rejects a value that names no alternative', () => {
  const S = struct('S', { choice: firstOf({ a: struct('A', { x: literal(u8, 1) }), b: u8 }) });
  expectBothWays(S, '02', { choice: { type: 'b', value: 2 } });
  expect(encodeErrorOf(S, { choice: { type: 'c', value: 2 } })).toMatchObject({
    code: 'unknown-tag',
    path: 'choice.type',
    found: '"c"',
  });
});

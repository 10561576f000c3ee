import {
  at,
  atEach,
  derived,
  gaps,
  list,
  literal,
  offsetOf,
  optional,
  prefix,
  sizeOf,
  string,
  struct,
  tail,
  u8,
  u16be,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

describe('a field at an offset that may be absent', () => {
  const S = struct('S', { has: u8, offset: u8, note: at(optional(string(prefix(u8)))), end: u8 }).where(
    ($) => [$.note.presentWhen($.has.eq(1)), $.note.at($.offset)],
  );

  test('lies at its offset, or nowhere', () => {
    expectBothWays(S, '01 03 07 02 6869', { has: 1, offset: 3, note: 'hi', end: 7 });
    expectBothWays(S, '00 ff 07', { has: 0, offset: 255, note: undefined, end: 7 });
  });

  test('must be present exactly when its condition holds', () => {
    expect(encodeErrorOf(S, { has: 0, offset: 3, note: 'hi', end: 7 })).toMatchObject({
      code: 'mismatch',
      path: 'note',
      expected: 'undefined, as has = 1 is false',
      found: '"hi"',
    });
    expect(encodeErrorOf(S, { has: 1, offset: 3, note: undefined, end: 7 })).toMatchObject({
      code: 'mismatch',
      path: 'note',
      expected: 'a value, as has = 1 is true',
      found: 'undefined',
    });
  });

  test('counts for the size only if it is present', () => {
    expect(sizeOf(S, { has: 1, offset: 3, note: 'hi', end: 7 })).toBe(6);
    expect(sizeOf(S, { has: 0, offset: 9, note: undefined, end: 7 })).toBe(3);
  });

  test('reports a fault inside it at its own path', () => {
    expect(decodeErrorOf(S, hex('01 03 07 02 68'))).toMatchObject({
      code: 'unexpected-end',
      offset: 4,
      path: 'note',
    });
    expect(decodeErrorOf(S, hex('01 01 07 00'))).toMatchObject({ code: 'overlap', offset: 1, path: 'note' });
    expect(encodeErrorOf(S, { has: 1, offset: 300, note: '', end: 7 })).toMatchObject({ path: 'offset' });
    expect(encodeErrorOf(S, { has: 1, offset: 2, note: '', end: 7 })).toMatchObject({
      code: 'overlap',
      path: 'note',
    });
    expect(encodeErrorOf(S, { has: 1, offset: 4, note: '', end: 7 })).toMatchObject({
      code: 'unclaimed-bytes',
    });
  });
});

describe('nodes for each element', () => {
  const S = struct('S', { offsets: list(u8, prefix(u8)), parts: atEach(u16be), rest: gaps() }).where(($) => [
    $.parts.atEach($.offsets, ($offset) => ({ offset: $offset })),
  ]);

  test('may not be absent unless they are optional', () => {
    expectBothWays(S, '02 0503 0007 0008', { offsets: Uint8Array.of(5, 3), parts: [8, 7], rest: [] });
    expect(encodeErrorOf(S, { offsets: Uint8Array.of(5, 3), parts: [8, undefined], rest: [] })).toMatchObject(
      {
        code: 'wrong-type',
        path: 'parts[1]',
      },
    );
  });

  test('report a fault with the index of the node', () => {
    const Marked = struct('Marked', { mark: literal(u8, 1), x: u8 });
    const T = struct('T', { offsets: list(u8, prefix(u8)), parts: atEach(Marked), rest: gaps() }).where(
      ($) => [$.parts.atEach($.offsets, ($offset) => ({ offset: $offset }))],
    );
    expect(decodeErrorOf(T, hex('02 0305 0107 0207'))).toMatchObject({
      code: 'wrong-constant',
      offset: 5,
      path: 'parts[1].mark',
    });
    expect(encodeErrorOf(T, { offsets: Uint8Array.of(1), parts: [{ x: 7 }], rest: [] })).toMatchObject({
      code: 'overlap',
      path: 'parts[0]',
    });
  });
});

test('offsets count consecutive fields, not positioned ones', () => {
  const S = struct('S', { where: derived(u8), far: at(3, u16be), name: string(1, 'ascii'), last: u8 }).where(
    ($) => [$.where.is(offsetOf($.last))],
  );
  expectBothWays(S, '02 41 07 0009', { far: 9, name: 'A', last: 7 });
});

test('reports a fault in a tail at its own path', () => {
  const Fixed = struct('Fixed', { head: u8, end: tail(struct('End', { x: u8, mark: literal(u8, 9) })) });
  expectBothWays(Fixed, '01 02 09', { head: 1, end: { x: 2 } });
  expect(decodeErrorOf(Fixed, hex('01 02 08'))).toMatchObject({
    code: 'wrong-constant',
    offset: 2,
    path: 'end.mark',
  });
});

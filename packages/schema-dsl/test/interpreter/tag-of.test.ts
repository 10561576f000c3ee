import { describe, expect, test } from 'vitest';
import {
  at,
  bytes,
  derived,
  gaps,
  on,
  optional,
  parameter,
  prefix,
  processed,
  sized,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  uleb128,
  union,
  xor,
} from '../../src/index.js';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

test('the tag of a union may announce what follows it', () => {
  const Message = struct('Message', {
    kind: u8,
    body: union({ small: on(1, u8), large: on(2, u16be) }),
    note: optional(u8),
  }).where(($) => [$.body.tag($.kind), $.note.presentWhen(tagOf($.body).eq(2))]);
  expectBothWays(Message, '01 05', { kind: 1, body: { type: 'small', value: 5 }, note: undefined });
  expectBothWays(Message, '02 0005 09', { kind: 2, body: { type: 'large', value: 5 }, note: 9 });
  expect(decodeErrorOf(Message, hex('02 0005'))).toMatchObject({
    code: 'unexpected-end',
    offset: 3,
    path: 'note',
  });
  expect(encodeErrorOf(Message, { kind: 1, body: { type: 'small', value: 5 }, note: 9 })).toMatchObject({
    path: 'note',
  });
  for (const body of [null, 5, undefined, { type: 'other', value: 1 }])
    expect(encodeErrorOf(Message, { kind: 1, body, note: 9 })).toMatchObject({ offset: undefined });
});

describe('a tag derived from an arm at an offset, which is sized later', () => {
  const S = struct('S', {
    kind: derived(uleb128(32)),
    body: at(union({ small: on(1, u8), large: on(200, u16be) })),
    rest: gaps(),
  }).where(($) => [$.kind.is(tagOf($.body)), $.body.at(2)]);

  test('is that of the arm', () => {
    const rest = [{ offset: 1, bytes: hex('07') }];
    expectBothWays(S, '01 07 05', { body: { type: 'small', value: 5 }, rest });
    expectBothWays(S, 'c801 0005', { body: { type: 'large', value: 5 }, rest: [] });
  });

  test('does not exist if the value is not a union', () => {
    for (const body of [null, undefined, 5])
      expect(encodeErrorOf(S, { body, rest: [] })).toMatchObject({ code: 'wrong-type', path: 'body' });
  });

  test('does not exist if the value names no arm', () => {
    expect(encodeErrorOf(S, { body: { type: 'other', value: 5 }, rest: [] })).toMatchObject({
      code: 'wrong-type',
      path: 'kind',
    });
  });
});

describe('derives a tag from the arm, wherever the union is', () => {
  const choice = union({ small: on(1, u8), large: on(2, u16be) });

  test('in a region', () => {
    const S = struct('S', { kind: derived(u8), body: sized(prefix(u8), choice) }).where(($) => [
      $.kind.is(tagOf($.body)),
    ]);
    expectBothWays(S, '02 02 0005', { body: { type: 'large', value: 5 } });
    expectBothWays(S, '01 01 05', { body: { type: 'small', value: 5 } });
  });

  test('in a region whose bytes are transformed', () => {
    const S = struct('S', { kind: derived(u8), body: processed(xor(1), prefix(u8), choice) }).where(($) => [
      $.kind.is(tagOf($.body)),
    ]);
    expectBothWays(S, '02 02 0104', { body: { type: 'large', value: 5 } });
  });

  test('with a parameter bound for the union', () => {
    const length = parameter('length', u8);
    const sizes = union({ fixed: on(1, bytes(length)), one: on(2, u8) });
    const S = struct('S', { kind: derived(u8), body: sizes.with(length.of(2)) }).where(($) => [
      $.kind.is(tagOf($.body)),
    ]);
    expectBothWays(S, '01 0506', { body: { type: 'fixed', value: hex('0506') } });
  });

  test('if the union may be absent, and its tag is in the value', () => {
    const S = struct('S', { kind: u8, next: derived(u8), body: optional(choice) }).where(($) => [
      $.body.tag($.kind),
      $.body.presentWhen($.kind.ne(0)),
      $.next.is(tagOf($.body).plus(1)),
    ]);
    expectBothWays(S, '02 03 0005', { kind: 2, body: { type: 'large', value: 5 } });
    expectBothWays(S, '00 01', { kind: 0, body: undefined });
  });
});

test('the tag of a raw arm is the one that is kept with it', () => {
  const rest = { otherwise: bytes(toEnd), raw: 'data', rawTag: 'tag' } as const;
  const S = struct('S', { kind: derived(u8), next: derived(u8), body: union({ a: on(1, u8) }, rest) }).where(
    ($) => [$.kind.is(tagOf($.body)), $.next.is(tagOf($.body).plus(1))],
  );
  expectBothWays(S, '07 08 0506', { body: { type: undefined, tag: 7, data: hex('0506') } });
  expectBothWays(S, '01 02 05', { body: { type: 'a', value: 5 } });
  expect(encodeErrorOf(S, { body: { type: undefined, tag: '7', data: hex('') } })).toMatchObject({
    code: 'wrong-type',
    path: 'kind',
    found: '"7"',
  });
});

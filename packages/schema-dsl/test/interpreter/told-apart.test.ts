import {
  asNumber,
  bytes,
  enumeration,
  firstOf,
  i64be,
  literal,
  on,
  peek,
  prefix,
  processed,
  struct,
  toEnd,
  u8,
  u16be,
  ubits,
  union,
  xor,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

describe('a union selected by a peeked field', () => {
  const rest = { otherwise: bytes(toEnd), raw: 'data' } as const;
  const S = struct('S', {
    next: peek(u8),
    body: union({ word: on(1, u16be), triple: on(2, bytes(3)) }, rest),
  }).where(($) => [$.body.tag($.next)]);

  test('has the arm that its own first byte selects', () => {
    expectBothWays(S, '01 05', { body: { type: 'word', value: 0x105 } });
    expectBothWays(S, '02 05 06', { body: { type: 'triple', value: hex('020506') } });
    expectBothWays(S, '03 05', { body: { type: undefined, data: hex('0305') } });
  });

  test('is rejected if its bytes select another arm', () => {
    const refused = { code: 'ambiguous', offset: 0, path: 'body' };
    expect(encodeErrorOf(S, { body: { type: 'word', value: 0x205 } })).toMatchObject(refused);
    expect(encodeErrorOf(S, { body: { type: 'word', value: 0x305 } })).toMatchObject(refused);
    expect(encodeErrorOf(S, { body: { type: undefined, data: hex('0105') } })).toMatchObject(refused);
  });
});

test('rejects a constant of bytes that is longer or shorter', () => {
  const S = struct('S', { mark: literal(bytes(prefix(u8)), 'cafe'), end: u8 });
  expectBothWays(S, '02 cafe 07', { end: 7 });
  for (const wire of ['03 cafe00 07', '01 ca 07', '02 caff 07'])
    expect(decodeErrorOf(S, hex(wire))).toMatchObject({ code: 'wrong-constant', path: 'mark', offset: 0 });
});

test('counts surplus bytes in a transformed region', () => {
  const S = struct('S', { a: processed(xor(1), prefix(u8), u8), b: u8 });
  const error = { code: 'trailing-bytes', offset: 2, path: 'a', expected: 'the end of the region' };
  expect(decodeErrorOf(S, hex('02 0500 07'))).toEqual({ ...error, found: '1 more byte' });
  expect(decodeErrorOf(S, hex('03 050000 07'))).toEqual({ ...error, found: '2 more bytes' });
});

describe('if no alternative parses', () => {
  const A = struct('A', { mark: literal(u16be, 0x0102), x: literal(u8, 9) });
  const B = struct('B', { mark: literal(u8, 1), x: literal(u8, 3) });

  test('reports the error of the one that got furthest, even in a transformed region', () => {
    for (const choice of [firstOf({ a: A, b: B }), firstOf({ b: B, a: A })]) {
      const S = struct('S', { head: bytes(5), region: processed(xor(0), 3, struct('In', { choice })) });
      expect(decodeErrorOf(S, hex('0000000000 010208'))).toMatchObject({
        code: 'wrong-constant',
        offset: 7,
        path: 'region.choice.value.x',
      });
    }
  });

  test('names what had to follow if that is furthest, even in a transformed region', () => {
    // the first fails at its second byte, the second one is followed by 7
    const One = struct('One', { mark: literal(u8, 1), x: literal(u8, 9) });
    const choice = firstOf({ one: One, b: B }, { followedBy: literal(u8, 0) });
    const region = processed(xor(0), 3, struct('In', { choice, end: u8 }));
    expect(decodeErrorOf(struct('S', { head: bytes(5), region }), hex('0000000000 010307'))).toMatchObject({
      code: 'no-arm',
      offset: 7,
      path: 'region.choice',
      expected: 'u8 constant behind b',
    });
  });

  test('names what had to follow, and where', () => {
    const choice = firstOf({ a: A, b: B }, { followedBy: literal(u8, 0) });
    expect(decodeErrorOf(struct('S', { choice, end: u8 }), hex('01 03 07'))).toMatchObject({
      code: 'no-arm',
      offset: 2,
      path: 'choice',
      expected: 'u8 constant behind b',
      found: 'bytes 07',
    });
  });
});

test('reports a wrong name in bits at the offset of its bits', () => {
  const S = struct('S', { head: u8, a: ubits(12), kind: enumeration(ubits(4), { red: 1 }) });
  expectBothWays(S, 'ff 0051', { head: 255, a: 5, kind: 'red' });
  expect(decodeErrorOf(S, hex('ff 0052'))).toMatchObject({ code: 'invalid-value', offset: 2, path: 'kind' });
  expect(encodeErrorOf(S, { head: 255, a: 5, kind: 'blue' })).toMatchObject({ offset: 2, path: 'kind' });
});

test('decodes a wide integer as a number as long as that is exact', () => {
  const number = asNumber(i64be);
  expectBothWays(number, 'ffe0000000000001', -(2 ** 53 - 1));
  expectBothWays(number, '001fffffffffffff', 2 ** 53 - 1);
  for (const [wire, found] of [
    ['ffe0000000000000', '-9007199254740992n'],
    ['0020000000000000', '0x20000000000000 (9007199254740992n)'],
  ] as const)
    expect(decodeErrorOf(number, hex(wire))).toMatchObject({ code: 'invalid-value', offset: 0, found });
});

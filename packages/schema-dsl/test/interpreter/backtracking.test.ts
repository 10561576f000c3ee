import {
  bytes,
  decode,
  firstOf,
  list,
  literal,
  on,
  struct,
  toEnd,
  u8,
  u16be,
  union,
  until,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf } from './support.js';

// 16 bytes for each byte of the input, and 65,536: 204,800 bytes, which are 25 attempts over 8192 bytes each
const INPUT = 8704;
const ATTEMPTS = 25;

const Far = struct('Far', { data: bytes(8192), end: literal(u8, 2) });
const Small = struct('Small', { data: u16be });
const Item = struct('Item', {
  kind: u8,
  body: union(
    { far: on(1, Far), small: on(3, Small) },
    { otherwise: u8, raw: 'raw', fallback: 'no arm fits' },
  ),
}).where(($) => [$.body.tag($.kind)]);

/** Zeros with some bytes set: each string of hexadecimal digits at its offset. */
function input(parts: Readonly<Record<number, readonly number[]>>): Uint8Array {
  const made = new Uint8Array(INPUT);
  for (const [offset, part] of Object.entries(parts)) made.set(part, Number(offset));
  return made;
}

/** Items that begin like far ones and fall back to two bytes each. */
const damaged = (count: number): readonly number[] =>
  Array.from({ length: 2 * count }, (_, i) => (i + 1) % 2);

/** The kinds of items, with consecutive equal ones counted. */
function kinds(items: readonly { readonly body: { readonly type: string | undefined } }[]): string {
  const runs: [string, number][] = [];
  for (const { body } of items) {
    const kind = body.type ?? 'raw';
    const last = runs.at(-1);
    if (last?.[0] === kind) last[1]++;
    else runs.push([kind, 1]);
  }
  return runs.map(([kind, count]) => `${count} ${kind}`).join(', ');
}

describe('the backtracking budget', () => {
  const S = struct('S', { items: list(Item, toEnd) });

  test('covers what fits, down to the last byte', () => {
    const sound = 2 * ATTEMPTS;
    const bytesOf = input({ 0: damaged(ATTEMPTS), [sound]: [1], [sound + 1 + 8192]: [2] });
    // after the item, which takes 8194 bytes, 460 remain
    expect(kinds(decode(S, bytesOf).items)).toBe('25 raw, 1 far, 230 raw');
  });

  test('makes large alternatives fall back when it is exceeded, but not small ones', () => {
    const small = 2 * ATTEMPTS + 2;
    const sound = small + 3;
    const bytesOf = input({ 0: damaged(ATTEMPTS + 1), [small]: [3], [sound]: [1], [sound + 1 + 8192]: [2] });
    // 8649 bytes behind the small one: they are items of two bytes, but for the last, which lacks its second
    expect(decodeErrorOf(S, bytesOf)).toMatchObject({ code: 'unexpected-end', offset: INPUT });
    expect(kinds(decode(S, bytesOf.subarray(0, -1)).items)).toBe('26 raw, 1 small, 4324 raw');
  });

  const Choice = firstOf({
    far: Far,
    other: struct('Other', { data: bytes(8190), end: literal(u16be, 0x0304) }),
  });
  const Behind = struct('Behind', { items: list(Item, ATTEMPTS + 1), choice: Choice, rest: bytes(toEnd) });
  const at = 2 * (ATTEMPTS + 1);

  test('does not reject what fits at once when it is exceeded', () => {
    const { choice } = decode(Behind, input({ 0: damaged(ATTEMPTS + 1), [at + 8192]: [2] }));
    expect(choice).toMatchObject({ type: 'far' });
  });

  test('covers no failed alternative when it is exceeded and there is no fallback', () => {
    // the other alternative would fit
    expect(decodeErrorOf(Behind, input({ 0: damaged(ATTEMPTS + 1), [at + 8190]: [3, 4] }))).toMatchObject({
      code: 'limit-exceeded',
      offset: at,
      path: 'choice',
    });
    expect(
      decode(Behind, input({ 0: damaged(ATTEMPTS - 1), [at - 4]: [0, 0, 0, 0], [at + 8190]: [3, 4] })).choice,
    ).toMatchObject({ type: 'other' });
  });
});

describe('searches for boundaries inside alternatives', () => {
  // the first boundary is nowhere, which takes a search through the rest; the second is close
  const data = bytes(until(literal(u16be, 0x0506), literal(u8, 7)));
  const SIZE = 8000; // 193,536 bytes may be searched

  test('are charged with the alternative, if that fails', () => {
    const Never = (end: number) => struct(`Never${end}`, { data, end: literal(u8, end) });
    const choice = (count: number) => {
      const large = Array.from({ length: count }, (_, i) => [`large${i}`, Never(8 + i)] as const);
      return struct('S', {
        choice: firstOf({ ...Object.fromEntries(large), byte: struct('Byte', { is: u8 }) }),
        rest: bytes(toEnd),
      });
    };
    const input = new Uint8Array(SIZE).fill(7);
    // 192,000 bytes in 24 attempts, 200,000 in 25
    expect(decode(choice(24), input).choice).toEqual({ type: 'byte', value: { is: 7 } });
    expect(decodeErrorOf(choice(25), input)).toMatchObject({
      code: 'limit-exceeded',
      offset: 0,
      path: 'choice',
    });
  });

  test('that are not covered do not cause a rejection if there is a fallback', () => {
    const Text = struct('Text', { data, end: literal(u8, 7) });
    const Line = struct('Line', {
      kind: u8,
      body: union({ text: on(1, Text) }, { otherwise: u8, raw: 'raw', fallback: 'no arm fits' }),
    }).where(($) => [$.body.tag($.kind)]);
    // not a list, as trials for its elements may have only one boundary
    const Five = struct('Five', { a: Line, b: Line, c: Line, d: Line, e: Line });
    const Lines = struct('Lines', { a: Five, b: Five, c: Five, d: Five, e: Five, f: Five });
    const S = struct('S', { lines: Lines, rest: bytes(toEnd) });
    const input = Uint8Array.from({ length: SIZE }, (_, i) => (i % 2 === 0 ? 1 : 7));
    // 7999 + 7997 + ... bytes: 191,424 for 24 lines, 199,375 for 25
    expect(kinds(Object.values(decode(S, input).lines).flatMap((five) => Object.values(five)))).toBe(
      '24 text, 6 raw',
    );
  });
});

test('re-reads nested alternatives for their error without charging them again', () => {
  const End = (end: number) => struct(`End${end}`, { mark: u8, data: bytes(8190), end: literal(u8, end) });
  const Outer = struct('Outer', { head: u8, inner: firstOf({ two: End(2), three: End(3) }) });
  const S = struct('S', {
    choice: firstOf({ outer: Outer, byte: struct('Byte', { head: literal(u8, 1) }) }),
  });
  expect(decodeErrorOf(S, input({ 8192: [9] }))).toEqual({
    code: 'wrong-constant',
    offset: 8192,
    path: 'choice.value.inner.value.end',
    expected: '2',
    found: '9',
  });
});

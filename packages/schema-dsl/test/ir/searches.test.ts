import type { Node } from '@bytewright/schema-dsl';
import {
  bool,
  bytes,
  check,
  decode,
  derived,
  encode,
  endianness,
  firstOf,
  irOf,
  list,
  literal,
  lookahead,
  on,
  optional,
  padded,
  padding,
  parameter,
  peek,
  presence,
  processed,
  search,
  sized,
  string,
  struct,
  u8,
  u16,
  union,
  xor,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../refusal.js';

// An encoder takes the first value of the parameter with which a value can be encoded. If that could precede the one with
// which it was decoded, the bytes have to be the same.

const wide = parameter('wide', bool);
const width = parameter('width', u8);
const end = literal(u8, 9);
const byWide = (node: Node<unknown>): Node<unknown> => search(wide, [true, false], node);
const byWidth = (node: Node<unknown>): Node<unknown> => search(width, [1, 2], node);
const Mark = struct('Mark', { mark: derived(optional(literal(u8, 1), wide)), data: bytes(2) });

describe('rejects a search if something outside the value depends on it:', () => {
  test.each<readonly [string, () => Node<unknown>, path: string]>([
    ['a constant', () => byWide(Mark), 'Mark.mark'],
    ['a constant further down', () => byWide(struct('Outer', { list: list(Mark, 2) })), 'Mark.mark'],
    ['a derived number', () => byWidth(versioned({ n: u8 })), 'Versioned.version'],
    ['a byte order', () => search(endianness, ['little', 'big'], struct('S', { n: u16 })), 'S.n'],
    [
      'the byte order of a constant',
      () => search(endianness, ['little', 'big'], struct('S', { mark: literal(u16, 1), n: u8 })),
      'S.mark',
    ],
    ['padding', () => byWidth(struct('S', { n: u8, pad: padding(width), end })), 'S.pad'],
    ['the size of padded text', () => byWidth(struct('S', { text: string(padded(width)), end })), 'S.text'],
    [
      'how bytes are changed',
      () =>
        byWidth(
          struct('S', { n: u8, in: sized(4, struct('In', { of: processed(xor(width), bytes(4)) })), end }),
        ),
      'In.of',
    ],
    ['what is tried ahead', () => byWide(struct('S', { has: lookahead(Mark), n: u8, m: u8 })), 'Mark.mark'],
    ['what may be there', () => byWide(struct('S', { has: presence(Constant), n: u8 })), 'Constant.mark'],
    [
      'alternatives, which are tried',
      () =>
        byWide(
          struct('S', { of: firstOf({ a: struct('A', { data: bytes(wide.choose(2, 1)), end }), b: u8 }) }),
        ),
      'A.data',
    ],
    [
      'what a peeked byte decides with it',
      () =>
        byWide(
          struct('S', { next: peek(u8), a: optional(u8), end }).where(($) => [
            $.a.presentWhen($.next.eq(7).and(wide)),
          ]),
        ),
      'S.a',
    ],
    [
      'what another parameter is bound to',
      () => byWidth(struct('S', { of: Mark, n: u8 }).where(($) => [$.of.with(wide.of(width.eq(1)))])),
      'Mark.mark',
    ],
    [
      'two of three values are not told apart',
      () =>
        search(
          width,
          [1, 2, 3],
          struct('S', { mark: derived(u8), data: bytes(width.gt(1).choose(2, 1)) }).where(($) => [
            $.mark.is(width),
          ]),
        ),
      'S.mark',
    ],
  ])('%s', (_, schema, path) => {
    const error = refusalOf(struct('Root', { of: schema() }));
    expect([error.code, error.path]).toEqual(['wrong-search', 'Root.of']);
    expect(error.problem).toContain(`decides in ${path} is not in the value`);
  });

  test('or on a parameter that is searched for when the struct is the root', () => {
    const alone = parameter('alone', bool, { candidates: [true, false] });
    const Left = struct('Left', { data: bytes(2), long: derived(optional(literal(u8, 1), alone)), end });
    expect(refusalOf(Left)).toMatchObject({ code: 'wrong-search', path: 'root' });
    expect(irOf(struct('Kept', { data: bytes(2), long: optional(u8, alone), end })).root.kind).toBe('struct');
  });

  test('reports what was found, and the fix', () => {
    expect(refusalOf(struct('Root', { of: byWide(Mark) })).message).toBe(
      'Root.of: searches for wide, but what it decides in Mark.mark is not in the value, so a value decoded with false may be encoded with true; keep it in the value, or let wide decide the length or presence of something that is in the value',
    );
  });
});

describe('accepts a search, and encodes what it decodes, if', () => {
  test.each<readonly [string, () => Node<unknown>]>([
    ['a length tells the values apart', () => byWide(withMark({ data: bytes(wide.choose(3, 1)) }))],
    ['the length of a text does', () => byWidth(versioned({ text: string(width, 'latin1'), end }))],
    [
      'one of two lengths differs for any two of three values',
      () =>
        search(
          width,
          [0, 1, 2],
          versioned({ a: bytes(width.gt(0).choose(2, 1)), b: bytes(width.gt(1).choose(2, 1)) }),
        ),
    ],
    ['a member that is there does', () => byWide(withMark({ more: optional(u8, wide), n: u8 }))],
    ['an arm does', () => byWidth(armed())],
    ['all that depends on it is in the value', () => byWide(struct('S', { a: optional(u8, wide), end }))],
    [
      'all is in elements',
      () => byWide(struct('S', { all: list(struct('E', { n: u8, a: optional(u8, wide) }), 2), end })),
    ],
    [
      'a field decides with it',
      () =>
        byWide(
          struct('S', { kind: u8, a: optional(u8), end }).where(($) => [
            $.a.presentWhen($.kind.gt(1).and(wide)),
          ]),
        ),
    ],
    [
      'only a check reads it',
      () => byWide(struct('S', { n: u8 }).where(($) => [check($.n.lt(2).and(wide))])),
    ],
    ['a region that it sizes is filled', () => byWidth(struct('S', { of: sized(width, bytes()), end }))],
    [
      'what depends on it is the same for all values',
      () =>
        byWidth(struct('S', { of: struct('In', { pad: padding(width.gt(0).choose(1, 2)), n: u8 }), end })),
    ],
    [
      'another search in it tells for itself',
      () =>
        byWide(
          search(
            width,
            [1, 2],
            struct('S', {
              mark: derived(optional(literal(u8, 1), wide)),
              a: optional(u8, wide),
              b: bytes(width),
            }),
          ),
        ),
    ],
  ])('%s', (_, schema) => {
    const root = struct('Root', { of: schema() });
    irOf(root);
    let read = 0;
    for (let n = 0; n < 4 ** 5; n++) {
      const digits = Uint8Array.from({ length: 5 }, (_, i) => DIGITS[Math.floor(n / 4 ** i) % 4] ?? 0);
      for (let size = 1; size <= 5; size++) {
        // all digits after the input are 0, so that each input is tried once
        if (digits.subarray(size).some((digit) => digit !== 0)) continue;
        const input = digits.slice(0, size);
        const value = unlessRefused(() => decode(root, input));
        if (value === undefined) continue;
        read++;
        expect(encode(root, value)).toEqual(input);
      }
    }
    expect(read).toBeGreaterThan(1);
  });
});

const DIGITS = [0, 1, 2, 9];

const Constant = struct('Constant', { mark: derived(optional(literal(u8, 1), wide)), end });

function withMark(fields: Record<string, Node<unknown>>): Node<unknown> {
  return struct('Marked', { ...fields, mark: derived(optional(literal(u8, 1), wide)), end });
}

function versioned(fields: Record<string, Node<unknown>>): Node<unknown> {
  return struct('Versioned', { version: derived(u8), ...fields }).where(($) => [
    ($.version as never as { is(of: unknown): never }).is(width),
  ]);
}

function armed(): Node<unknown> {
  return struct('Armed', { mark: derived(u8), of: union({ one: on(1, u8), two: on(2, bytes(2)) }) }).where(
    ($) => [$.mark.is(width), $.of.tag(width)],
  );
}

function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

import { budgetFor } from '@bytewright/runtime/codec';
import type { Node } from '@bytewright/schema-dsl';
import {
  bijection,
  bool,
  bytes,
  cstring,
  custom,
  derived,
  endsWith,
  external,
  firstOf,
  gaps,
  list,
  literal,
  lookahead,
  on,
  optional,
  padded,
  parameter,
  peek,
  prefix,
  presence,
  processed,
  search,
  string,
  struct,
  tail,
  terminated,
  toEnd,
  u8,
  u16be,
  union,
  until,
  whilePeek,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { isDeep } from '../../../../../test/budget.js';
import { backwards, invertBytes } from '../own-code.js';
import type { Work } from './work.js';
import { CountedCodecs } from './work.js';

const zero = literal(u8, 0);
const one = literal(u8, 1);
const far = parameter('far', bool);
const invert = external({ module: './own-code.js', export: 'invertBytes' }, invertBytes);
const reverse = external({ module: './own-code.js', export: 'backwards' }, backwards);

/** A list of what is tried before a single byte is taken. */
const orByte = (tried: Node<unknown>): Node<unknown> => list(firstOf({ tried, byte: u8 }), toEnd);
const before = (field: Node<unknown>): Node<unknown> => struct('Tried', { field, mark: one });

const Pair = struct('Pair', { mark: one, value: u8 });
const Far = struct('Far', {
  mark: literal(u8, 2),
  data: bytes(far.choose(8191, 0)),
  end: derived(optional(one, far)),
});

/** Lists of alternatives. */
const alternatives: Readonly<Record<string, Node<unknown>>> = {
  'text that ends far away': orByte(before(string(cstring, 'latin1'))),
  'text that is invalid, and ends far away': orByte(before(string(cstring, 'utf-8'))),
  'wide text': orByte(before(string(cstring, 'utf-16le'))),
  'bytes that end far away': orByte(before(bytes(terminated('0001')))),
  'bytes up to a boundary': orByte(struct('Tried', { field: bytes(until(zero)), end: zero, mark: one })),
  'text up to a boundary': orByte(
    struct('Tried', { field: string(until(zero), 'ascii'), end: zero, mark: one }),
  ),
  'text of a given length': orByte(before(string(prefix(u16be), 'ascii'))),
  'text that is filled up': orByte(before(string(padded(8191, 2), 'utf-8'))),
  'bytes of a given length': orByte(before(bytes(prefix(u16be)))),
  'numbers of a given count': orByte(before(list(u16be, prefix(u16be)))),
  'elements of a given count': orByte(before(list(Pair, prefix(u16be)))),
  'changed bytes': orByte(
    before(
      processed(bijection(invert, invert), prefix(u16be), struct('Inner', { a: one, rest: bytes(toEnd) })),
    ),
  ),
  'a codec by hand': orByte(custom(reverse)),
  'alternatives within one another': orByte(
    struct('Outer', {
      all: firstOf({
        a: before(string(cstring, 'latin1')),
        b: struct('B', { b: bytes(until(zero)), c: one }),
      }),
    }),
  ),
  'values that are searched for': orByte(search(far, [true, false], Far)),
};

/** Lists of every other construct that looks ahead. */
const others: Readonly<Record<string, Node<unknown>>> = {
  'arms that are tried for one tag': list(
    struct('Item', {
      tag: u8,
      body: union(
        { tried: on(2, before(string(cstring, 'latin1'))) },
        { otherwise: u8, fallback: 'no arm fits' },
      ),
    }).where(($) => [$.body.tag($.tag)]),
    toEnd,
  ),
  'bytes up to the first of two boundaries': list(
    struct('Item', { data: bytes(until(literal(u16be, 0x0001), zero, u8)), end: u8 }),
    toEnd,
  ),
  'an element ahead that ends the list': list(u8, endsWith(literal(u16be, 0x0001))),
  'elements as long as one is ahead': list(
    Pair,
    whilePeek(Pair, ($) => $.value.lt(9)),
  ),
  'whether something is ahead': list(struct('Item', { is: lookahead(Pair), byte: u8 }), toEnd),
  'what is there or not': list(struct('Item', { is: presence(literal(u16be, 0x0102)), byte: u8 }), toEnd),
  'what is peeked at': list(
    struct('Item', { next: peek(u16be), pair: optional(u8), byte: u8 }).where(($) => [
      $.pair.presentWhen($.next.eq(0x0102)),
    ]),
    toEnd,
  ),
};

const constructs: Readonly<Record<string, Node<unknown>>> = {
  ...Object.fromEntries(
    Object.entries({ ...alternatives, ...others }).map(([name, all]) => [name, struct('Root', { all })]),
  ),
  'what ends where the region ends': struct('Tailed', {
    end: tail(struct('End', { mark: literal(u8, 2), text: string(prefix(u16be), 'ascii') })),
    rest: gaps(),
  }),
};

/** Bytes that make attempts fail late, early with a far look, and not at all. */
const inputs: Readonly<Record<string, (size: number) => Uint8Array>> = {
  'all 2': (size) => new Uint8Array(size).fill(2),
  'all 1': (size) => new Uint8Array(size).fill(1),
  'all 0': (size) => new Uint8Array(size),
  'no text, and a zero at the end': (size) => new Uint8Array(size).fill(0xff).fill(0, size - 1),
  'letters, and a zero at the end': (size) => new Uint8Array(size).fill(2).fill(0, size - 1),
  'by turns': (size) => Uint8Array.from({ length: size }, (_, i) => i % 3),
};

const SIZE = 1 << 12;
/** Those that find what was ever wrong. */
const EVERY_DAY = ['all 2', 'all 0', 'no text, and a zero at the end'];

/** The value of which each element is the alternative to what is tried. */
const ofBytes = (input: Uint8Array): unknown => ({
  all: [...input].map((value) => ({ type: 'byte', value })),
});

/** Both readings fail at the same place, and pay the same. */
function expectAlike([interpreted, generated]: readonly [Work, Work]): void {
  expect(generated.failure).toEqual(interpreted.failure);
  expect(generated.paid).toBe(interpreted.paid);
}

/** Made when it is first asked for: a schema that is refused fails its own tests only. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What decoding costs, and encoding what that gives: what is not a value of these bytes is refused, and must not take longer. */
function examine(name: string, codecs: CountedCodecs, input: Uint8Array): readonly (readonly [Work, Work])[] {
  const decoded = codecs.decode(input);
  expectAlike(decoded);
  const [{ value, failure, paid }] = decoded;
  if (failure !== undefined && !Object.hasOwn(alternatives, name)) return [decoded];
  const confirmed = codecs.confirm(failure === undefined ? value : ofBytes(input));
  expectAlike(confirmed);
  if (failure === undefined) expect(confirmed[0]).toMatchObject({ failure, paid });
  return [decoded, confirmed];
}

describe.each(Object.entries(constructs))('%s', (name, construct) => {
  const codecs = lazily(() => new CountedCodecs(construct));
  test.each(isDeep ? Object.keys(inputs) : EVERY_DAY)('%s', (input) => {
    const bytesOf = inputs[input] as (size: number) => Uint8Array; // the keys are its own
    const whole = examine(name, codecs(), bytesOf(SIZE));
    const isWhole = whole.every((works) => works.every(({ failure }) => failure === undefined));
    const half = isWhole ? examine(name, codecs(), bytesOf(SIZE / 2)) : undefined;
    whole.forEach((works, direction) => {
      works.forEach(({ examined }, reading) => {
        expect(examined).toBeLessThan(8 * budgetFor(SIZE));
        const before = half?.[direction]?.[reading];
        if (before !== undefined) expect(examined).toBeLessThan(2.3 * before.examined + 65_536);
      });
    });
  });
});

// 2^18 bytes took 20 seconds
test('bytes of which each may begin a text that ends nowhere are refused, and so is their value', () => {
  const input = new Uint8Array(SIZE).fill(2);
  const codecs = new CountedCodecs(constructs['text that ends far away'] as Node<unknown>); // it is one of them
  // 16 * 4096 + 65,536 bytes pay for 32 attempts of 4096, 4095 and so on, and what that leaves for no more
  for (const { failure } of codecs.decode(input))
    expect(failure).toMatchObject({ code: 'limit-exceeded', offset: 32, path: 'all[32]' });
  for (const { failure } of codecs.confirm(ofBytes(input)))
    expect(failure).toMatchObject({ code: 'limit-exceeded', offset: 32, path: 'all[32]' });
});

import type { Node } from '@bytewright/schema-dsl';
import {
  atEnd,
  byteLength,
  bytes,
  decode,
  derived,
  endsWith,
  firstOf,
  list,
  literal,
  optional,
  peek,
  prefix,
  presence,
  sized,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  until,
} from '@bytewright/schema-dsl';
import { isSelfDelimiting } from '@bytewright/schema-dsl/testing';
import { describe, expect, test } from 'vitest';
import { Tree } from './schemas.js';

const hex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));

const Byte = struct('Byte', { mark: literal(u8, 1), value: u8 });
const Word = struct('Word', { mark: literal(u8, 2), value: u16be });
const Text = struct('Text', { text: string(prefix(u8)) });
const zero = literal(u8, 0);

const delimited: readonly [string, Node<unknown>][] = [
  ['numbers', struct('Numbers', { a: u8, b: u16be })],
  ['what is counted', struct('Counted', { a: bytes(prefix(u8)), b: list(Text, prefix(u8)), c: string(3) })],
  [
    'what a length bounds',
    struct('Bounded', { n: derived(u8), a: bytes() }).where(($) => [$.n.is(byteLength($.a))]),
  ],
  [
    'what reaches to the end of a region',
    struct('Region', { a: sized(prefix(u8), list(u16be, toEnd)), b: u8 }),
  ],
  ['a presence in a region', sized(prefix(u8), struct('Maybe', { a: presence(zero) }))],
  ['text up to a terminator', struct('Terminated', { text: string(until(zero)), zero })],
  ['a list up to a byte', list(Byte, endsWith(zero))],
  ['arms with first bytes of their own', firstOf({ byte: Byte, word: Word })],
  ['an end of input', struct('Whole', { a: u8, end: atEnd })],
  ['recursion', Tree],
];

test.each(delimited)('%s: yes', (_, schema) => {
  expect(isSelfDelimiting(schema)).toBe(true);
});

// each with an input and a prefix of it, both of which are accepted, as law 3 forbids
const open: readonly [what: string, schema: Node<unknown>, whole: string, cut: string][] = [
  ['a region to the end', struct('Rest', { a: u8, rest: sized(toEnd, bytes(toEnd)) }), '01 02', '01'],
  ['what reaches to the end', struct('Rest', { a: bytes(toEnd) }), '0102', '01'],
  ['a list that does', list(Byte, toEnd), '0107 0108', '0107'],
  ['a presence', struct('Present', { a: presence(literal(u8, 7)) }), '07', ''],
  [
    'an optional that hangs on a peek',
    struct('Peeked', { next: peek(u8), a: optional(Byte) }).where(($) => [$.a.presentWhen($.next.eq(1))]),
    '0109',
    '',
  ],
  ['arms that begin alike', firstOf({ word: u16be, byte: u8 }), '0102', '01'],
  [
    'a boundary of several sizes',
    struct('Boundary', { a: bytes(until(Text)), text: string(prefix(u8)) }),
    '02 00 61', // a text of two bytes; and, without the last of them, one byte and an empty text
    '02 00',
  ],
  [
    'several boundaries',
    struct('Boundaries', { a: bytes(until(literal(u16be, 0x0101), zero)), b: bytes(toEnd) }),
    '00 01 01',
    '00 01',
  ],
  [
    'a sentinel of two bytes',
    struct('Ended', { a: list(u8, endsWith(literal(u16be, 0xffff))), b: bytes(toEnd) }),
    'ffff 05 ffff',
    'ffff 05',
  ],
];

describe('not self-delimiting', () => {
  test.each(open)('%s', (_, schema, whole, cut) => {
    expect(isSelfDelimiting(schema)).toBe(false);
    expect(() => decode(schema, hex(whole))).not.toThrow();
    expect(() => decode(schema, hex(cut))).not.toThrow();
  });
});

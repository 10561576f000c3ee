import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Node } from '@bytewright/schema-dsl';
import {
  at,
  atEach,
  bytes,
  check,
  count,
  crc32,
  derived,
  flags,
  gaps,
  internetChecksum,
  list,
  literal,
  on,
  optional,
  parameter,
  peek,
  prefix,
  reserved,
  sized,
  span,
  struct,
  tagOf,
  tail,
  toEnd,
  u8,
  u16be,
  u32be,
  union,
} from '@bytewright/schema-dsl';
import { arbitrary, damaged } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import * as offsets from '../golden/schemas/offsets.js';
import * as positions from '../golden/schemas/positions.js';
import { hex, testCases } from './cases.js';
import { Codecs } from './codecs.js';
import { Workshop } from './generate-code.js';
import { mutateValue, valueMutation } from './mutate-value.js';

const workshop = new Workshop();
afterAll(() => workshop.remove());

const schemas: Readonly<Record<string, Node<unknown>>> = { ...offsets, ...positions };
const here = readFileSync(fileURLToPath(import.meta.url));

describe('what lies at offsets is read, refused and written alike', () => {
  test.each(Object.entries(schemas))('%s', async (_, schema) => {
    const codecs = new Codecs(schema, await workshop.load([schema]));
    let accepted = 0;
    for (const value of fc.sample(arbitrary(schema), {
      seed: 5,
      numRuns: budget({ everyDay: 15, deep: 60 }),
    })) {
      const outcome = codecs.encodeAndBack(value);
      if ('value' in outcome) accepted++;
      for (const mutation of fc.sample(valueMutation, {
        seed: accepted,
        numRuns: budget({ everyDay: 6, deep: 24 }),
      }))
        codecs.encodeAndBack(mutateValue(value, mutation));
    }
    expect(accepted).toBeGreaterThan(10);
    for (const bytes of fc.sample(damaged(schema), {
      seed: 5,
      numRuns: budget({ everyDay: 80, deep: 800 }),
    })) {
      codecs.decode(bytes);
      codecs.decode(bytes, { bytes: 'view', limits: { elements: 2, inputSize: 60 } });
    }
    codecs.decode(here);
  });
});

const room = parameter('room', u8, { default: 2 });
const Mark = struct('Mark', { mark: literal(u8, 9), x: u8 });
const choice = union({ a: on(1, u16be), b: on(2, u8) });
const choiceOfBytes = union({ a: on(1, u8), b: on(2, u8) });
/** Peeks at as many bytes as the parameter says here, whatever it is for the field that depends on them. */
const Peeking = struct('Peeking', {
  look: peek(struct('Room', { data: reserved(room), next: u8 })),
  more: optional(struct('Data', { data: bytes(room) })),
  rest: u8,
}).where(($) => [$.more.presentWhen($.look.$.next.eq(0xaa)), $.more.with(room.of(2))]);

testCases({
  'nodes at offsets whose size follows from a parameter': {
    schema: () =>
      struct('S', {
        entries: list(struct('Entry', { at: u8 }), prefix(u8)),
        items: atEach(reserved(room)),
      }).where(($) => [$.items.atEach($.entries, ($e) => ({ offset: $e.at }))]),
    pairs: [
      ['02 05 03 0102 0000', { entries: [{ at: 5 }, { at: 3 }], items: [undefined, hex('0102')] }],
      ['00', { entries: [], items: [] }],
    ],
    badBytes: [['01 02 00', { code: 'unexpected-end', offset: 2, path: 'items[0]' }]],
  },
  'a flag of an element that says whether it has a node': {
    schema: () =>
      struct('S', {
        entries: list(struct('Entry', { is: flags(u8, { used: 0 }), at: u8 }), prefix(u8)),
        items: atEach(optional(u8)),
      }).where(($) => [$.items.atEach($.entries, ($e) => ({ offset: $e.at, when: $e.is.$.used }))]),
    pairs: [
      [
        '02 01 05 02 00 09',
        {
          entries: [
            { is: { used: true, unknown: 0 }, at: 5 },
            { is: { used: false, unknown: 2 }, at: 0 },
          ],
          items: [9, undefined],
        },
      ],
    ],
    badBytes: [['01 01 03', { code: 'unexpected-end', offset: 3, path: 'items[0]' }]],
  },
  // CRC-32 of 01 02 03 04 is b63cfbcd, as `printf '\1\2\3\4' | gzip -c | tail -c8` shows
  'a checksum of what lies behind a gap': {
    schema: () =>
      struct('S', { pos: u8, crc: derived(u32be), body: at(bytes(4)), rest: gaps() }).where(($) => [
        $.body.at($.pos),
        $.crc.is(crc32(span($.body, $.body))),
      ]),
    pairs: [
      ['05 b63cfbcd 01020304', { pos: 5, body: hex('01020304'), rest: [] }],
      ['06 b63cfbcd 09 01020304', { pos: 6, body: hex('01020304'), rest: [{ offset: 5, bytes: hex('09') }] }],
    ],
    badBytes: [['06 5c4ab1bd 09 01020304', { code: 'mismatch', offset: 1, path: 'crc' }]],
  },
  'a checksum of all up to a tail, itself blanked': {
    schema: () =>
      struct('S', { a: u8, sum: derived(u16be), x: at(3, u16be), end: tail(Mark), rest: gaps() }).where(
        ($) => [$.sum.is(internetChecksum(span($.a, $.end)))],
      ),
    // 0100 + 0000 + 02aa + 0901 is 0cab, whose complement is f354
    pairs: [['01 f354 0002 aa 0901', { a: 1, x: 2, end: { x: 1 }, rest: [{ offset: 5, bytes: hex('aa') }] }]],
    badBytes: [['01 f354 0002 ab 0901', { code: 'mismatch', offset: 1, path: 'sum' }]],
  },
  'a tag that is kept or derived, of a tail and of what lies at an offset': {
    schema: () =>
      struct('S', { k: u8, d: derived(u8), x: at(3, choice), end: tail(choice), rest: gaps() }).where(($) => [
        $.end.tag($.k),
        $.d.is(tagOf($.x)),
      ]),
    pairs: [
      [
        '01 02 ff 07 aabb',
        {
          k: 1,
          x: { type: 'b', value: 7 },
          end: { type: 'a', value: 0xaabb },
          rest: [{ offset: 2, bytes: hex('ff') }],
        },
      ],
    ],
    badBytes: [
      ['01 03 ff 07 aabb', { code: 'unknown-tag', offset: 3, path: 'x' }],
      ['03 02 ff 07 aabb', { code: 'no-boundary', path: 'end' }],
    ],
    badValues: [
      [
        {
          k: 2,
          x: { type: 'b', value: 7 },
          end: { type: 'a', value: 0xaabb },
          rest: [{ offset: 2, bytes: hex('ff') }],
        },
        { path: 'end' },
      ],
    ],
  },
  'a tail whose arms have the tag in a field that functions use the name of': {
    schema: () =>
      struct('S', { end: u8, start: tail(choice), rest: gaps() }).where(($) => [$.start.tag($.end)]),
    pairs: [
      ['02 09 08', { end: 2, start: { type: 'b', value: 8 }, rest: [{ offset: 1, bytes: hex('09') }] }],
    ],
  },
  'what is absent at an offset, behind something at another': {
    schema: () =>
      struct('S', { a: u8, there: u8, first: at(u8), last: at(optional(u8)), rest: gaps() }).where(($) => [
        $.first.at($.a),
        $.last.at($.there),
        $.last.presentWhen($.there.ne(0)),
      ]),
    pairs: [['02 03 07 08', { a: 2, there: 3, first: 7, last: 8, rest: [] }]],
    badValues: [
      [
        { a: 2, there: 3, first: 7, last: undefined, rest: [] },
        { code: 'mismatch', offset: 2, path: 'last', expected: 'a value, as there ≠ 0 is true' },
      ],
    ],
  },
  'a tail whose content has another size than its region': {
    schema: () => struct('S', { k: u8, end: tail(sized(2, bytes(toEnd))), rest: gaps() }),
    pairs: [['00 0102', { k: 0, end: hex('0102'), rest: [] }]],
    badValues: [
      [
        { k: 0, end: hex('01'), rest: [] },
        { code: 'wrong-length', offset: 1, path: 'end', found: 'length 1' },
      ],
      [
        { k: 0, end: hex('010203'), rest: [] },
        { code: 'wrong-length', offset: 1, found: 'length 3' },
      ],
      [
        { k: 0, end: hex(''), rest: [] },
        { code: 'wrong-length', offset: 1, found: 'length 0' },
      ],
    ],
  },
  'a check of what lies at an offset names where that is': {
    schema: () =>
      struct('S', { a: u8, x: at(2, u8), y: at(3, optional(u8)), rest: gaps() }).where(($) => [
        check($.x.lt(9), 'less than 9'),
        $.y.presentWhen($.a.ne(0)),
        check(count($.rest).lt(2), 'one gap at most'),
      ]),
    pairs: [['01 ff 08 07', { a: 1, x: 8, y: 7, rest: [{ offset: 1, bytes: hex('ff') }] }]],
    badBytes: [
      ['01 ff 09 07', { code: 'check-failed', offset: 2, path: 'x' }],
      ['01 ff 08 07 ff', { code: 'check-failed', offset: 1, path: 'rest' }],
    ],
    badValues: [
      [
        { a: 1, x: 9, y: 7, rest: [{ offset: 1, bytes: hex('ff') }] },
        { code: 'check-failed', offset: 2, path: 'x' },
      ],
      [
        {
          a: 1,
          x: 8,
          y: 7,
          rest: [
            { offset: 1, bytes: hex('ff') },
            { offset: 4, bytes: hex('ff') },
          ],
        },
        { code: 'check-failed', offset: 1, path: 'rest' },
      ],
    ],
  },
  'conditions that are peeked at beyond the region of what they decide': {
    schema: () =>
      struct('S', {
        look: peek(struct('Look', { skip: u8, more: u8, kind: u8 })),
        body: sized(1, choiceOfBytes),
        more: sized(1, optional(u8)),
        kind: u8,
      }).where(($) => [$.body.tag($.look.$.kind), $.more.presentWhen($.look.$.more.ne(0))]),
    pairs: [['07 05 01', { body: { type: 'a', value: 7 }, more: 5, kind: 1 }]],
    badValues: [
      [
        { body: { type: 'b', value: 7 }, more: 5, kind: 1 },
        { code: 'ambiguous', offset: 0, path: 'body' },
      ],
    ],
  },
  'a parameter that is bound for what a peeked field decides, and not for that': {
    schema: () => struct('Whole', { inner: Peeking }).where(($) => [$.inner.with(room.of(1))]),
    pairs: [['01 aabb', { inner: { more: { data: hex('01aa') }, rest: 0xbb } }]],
  },
});

import type { Node } from '@bytewright/schema-dsl';
import {
  bit,
  bits,
  byteLength,
  bytes,
  check,
  derived,
  endsAfter,
  firstOf,
  flags,
  ibits,
  list,
  literal,
  lookahead,
  lsb0,
  on,
  optional,
  peek,
  prefix,
  SchemaError,
  span,
  struct,
  u8,
  u16le,
  u32le,
  ubits,
  union,
  whilePeek,
} from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { arbitrary, damaged } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { bytesOfHex as hex } from '../../../../test/bytes-of-hex.js';
import { Codecs } from './codecs.js';
import { generatedText, Workshop } from './generate-code.js';
import { buildSchema } from './made-up/build-schema.js';
import { bitsPlan } from './made-up/plan.js';
import { mutateValue, valueMutation } from './mutate-value.js';
import { typeErrorsOf } from './type-check.js';

const SCHEMAS = Number(process.env.BYTEWRIGHT_SCHEMAS ?? 25);
const SEED = Number(process.env.BYTEWRIGHT_SEED ?? 6);

const workshop = new Workshop();
afterAll(() => workshop.remove());

test('for made-up runs and words, generated code does what the interpreter does', async () => {
  const texts: string[] = [];
  const seen = { accepted: 0, encoded: 0 };
  const property = fc.asyncProperty(bitsPlan, async (plan) => {
    const schema = buildSchema(plan);
    try {
      irOf(schema);
    } catch (error) {
      if (error instanceof SchemaError) fc.pre(false); // runs of two orders have met
      throw error;
    }
    const text = generatedText([schema]);
    texts.push(text);
    const codecs = new Codecs(schema, await workshop.import(text));
    for (const value of samplesOf(schema)) {
      codecs.encodeAndBack(value);
      seen.encoded++;
      for (const mutation of fc.sample(valueMutation, {
        seed: seen.encoded,
        numRuns: budget({ everyDay: 12, deep: 48 }),
      }))
        codecs.encodeAndBack(mutateValue(value, mutation));
      for (const input of fc.sample(damaged(schema), {
        seed: seen.encoded,
        numRuns: budget({ everyDay: 4, deep: 16 }),
      }))
        if ('value' in codecs.decode(input)) seen.accepted++;
    }
    for (const input of fc.sample(fc.uint8Array({ maxLength: 40 }), {
      seed: SEED,
      numRuns: budget({ everyDay: 20, deep: 200 }),
    }))
      codecs.decode(input);
  });
  await fc.assert(property, { numRuns: SCHEMAS, seed: SEED, endOnFailure: SCHEMAS > 200 });
  expect(seen.encoded).toBeGreaterThan(3 * SCHEMAS);
  expect(seen.accepted).toBeGreaterThan(SCHEMAS);
  expect(typeErrorsOf(texts)).toEqual([]);
});

function samplesOf(schema: Node<unknown>): readonly unknown[] {
  try {
    return fc.sample(arbitrary(schema), { seed: SEED, numRuns: budget({ everyDay: 6, deep: 24 }) });
  } catch (error) {
    if (error instanceof Error && error.message.includes('Valid values are too rare')) return [];
    throw error;
  }
}

const Low = bits('Low', u16le, { kind: ubits(4), rest: ubits(12) }, lsb0);
const V4 = struct('V4', { version: literal(ubits(4), 4), length: ubits(4) });
const V6 = struct('V6', { version: literal(ubits(4), 6), traffic: ubits(8), label: ubits(20) });

interface Case {
  readonly schema: () => Node<unknown>;
  readonly pairs: readonly (readonly [bytes: string, value: unknown])[];
  readonly badBytes?: readonly (readonly [bytes: string, error: object])[];
  readonly badValues?: readonly (readonly [value: unknown, error: object])[];
}

// Bytes by hand, for combinations that are easy to get wrong. Spaces part the fields.
const cases: Readonly<Record<string, Case>> = {
  'flags that are elements themselves, one of which ends the list, and flags that are looked at in front of one':
    {
      schema: () =>
        struct('S', {
          items: list(
            flags(u8, { last: 7 }),
            endsAfter(($) => $.last),
          ),
          more: list(
            u8,
            whilePeek(flags(u8, { on: 0 }), ($) => $.on),
          ),
          end: literal(u8, 2),
        }),
      pairs: [
        [
          '01 80 03 05 02',
          {
            items: [
              { last: false, unknown: 1 },
              { last: true, unknown: 0 },
            ],
            more: Uint8Array.of(3, 5),
          },
        ],
      ],
      badBytes: [['01 02', { code: 'unexpected-end', path: 'items[2]' }]],
      badValues: [
        [
          { items: [{ last: false, unknown: 1 }], more: new Uint8Array(0) },
          { code: 'mismatch', path: 'items[0]' },
        ],
      ],
    },
  'a flag that ends a list': {
    schema: () =>
      struct('S', {
        all: list(
          struct('Descriptor', { is: flags(u8, { last: 7 }), size: u8 }),
          endsAfter(($) => $.is.$.last),
        ),
        mark: u8,
      }),
    pairs: [
      [
        '01 02 80 03 ff',
        {
          all: [
            { is: { last: false, unknown: 1 }, size: 2 },
            { is: { last: true, unknown: 0 }, size: 3 },
          ],
          mark: 255,
        },
      ],
    ],
    badBytes: [['01 02', { code: 'unexpected-end', path: 'all[1].is' }]],
    badValues: [
      [
        { all: [{ is: { last: false, unknown: 0 }, size: 1 }], mark: 0 },
        { code: 'mismatch', path: 'all[0]' },
      ],
    ],
  },
  'alternatives that their first four bits tell apart need no look back': {
    schema: () => struct('S', { packets: list(firstOf({ v4: V4, v6: V6 }), prefix(u8)) }),
    pairs: [
      [
        '02 45 60 12 34 56',
        {
          packets: [
            { type: 'v4', value: { length: 5 } },
            { type: 'v6', value: { traffic: 1, label: 0x23456 } },
          ],
        },
      ],
    ],
    badBytes: [['01 75 00 00 00', { code: 'no-arm', offset: 1, path: 'packets[0]' }]],
  },
  'words in lists, behind a peek and under a flag': {
    schema: () =>
      struct('S', {
        next: peek(Low),
        isFive: lookahead(bits('Five', u8, { five: literal(ubits(4), 5), rest: ubits(4) }, lsb0)),
        all: list(Low, prefix(u8)),
        extra: optional(u8),
      }).where(($) => [$.extra.presentWhen($.next.$.kind.eq(1))]),
    pairs: [
      ['01 34 12 07', { isFive: false, all: [{ kind: 4, rest: 0x123 }], extra: 7 }],
      [
        '02 05 00 06 00',
        {
          isFive: false,
          all: [
            { kind: 5, rest: 0 },
            { kind: 6, rest: 0 },
          ],
          extra: undefined,
        },
      ],
    ],
    badValues: [
      [
        { isFive: true, all: [], extra: undefined },
        { code: 'ambiguous', path: 'isFive' },
      ],
    ],
  },
  'bits that select, count and bound, and are derived': {
    schema: () =>
      struct('S', {
        kind: ubits(2),
        isLong: derived(bit),
        size: derived(ubits(5)),
        body: union({ one: on(1, u8), two: on(2, bytes(2)) }, { otherwise: struct('None', {}) }),
        text: bytes(),
      }).where(($) => [
        $.body.tag($.kind),
        $.size.is(byteLength($.text)),
        $.isLong.is(byteLength($.text).gt(2)),
        check($.kind.lt(3)),
      ]),
    pairs: [
      ['42 07 aa bb', { kind: 1, body: { type: 'one', value: 7 }, text: hex('aabb') }],
      ['a3 01 02 aa bb cc', { kind: 2, body: { type: 'two', value: hex('0102') }, text: hex('aabbcc') }],
      ['00', { kind: 0, body: { type: undefined, value: {} }, text: hex('') }],
    ],
    badBytes: [
      ['c0', { code: 'check-failed', offset: 0, path: 'kind' }],
      [
        '62 07 aa bb',
        {
          code: 'mismatch',
          offset: 0,
          path: 'isLong',
          expected: 'byteLength(text) > 2 = false',
          found: 'true',
        },
      ],
    ],
    badValues: [
      [
        { kind: 0, body: { type: undefined, value: {} }, text: new Uint8Array(32) },
        { code: 'out-of-range', offset: 0, path: 'size', expected: 'ubits(5), 0 to 0x1f (31)' },
      ],
    ],
  },
  'a field across all bytes of a run, and its sign': {
    schema: () =>
      struct('S', {
        a: bit,
        b: ibits(38),
        c: bit,
        d: bits('Tail', u32le, { low: ibits(8), high: ubits(24) }, lsb0),
      }),
    pairs: [
      ['80 00 00 00 01 ff ff ff 7f', { a: true, b: 0, c: true, d: { low: -1, high: 0x7fffff } }],
      ['7f ff ff ff fe 00 00 00 80', { a: false, b: -1, c: false, d: { low: 0, high: 0x800000 } }],
      ['40 00 00 00 00 80 00 00 00', { a: false, b: -(2 ** 37), c: false, d: { low: -128, high: 0 } }],
    ],
    badBytes: [
      ['80 00 00 00', { code: 'unexpected-end', offset: 0, path: 'a', expected: 'bit fields (5 bytes)' }],
    ],
    badValues: [
      [
        { a: true, b: 2 ** 37, c: true, d: { low: 0, high: 0 } },
        { code: 'out-of-range', offset: 0, path: 'b' },
      ],
      [
        { a: true, b: 0, c: 'yes', d: { low: 0, high: 0 } },
        { code: 'wrong-type', offset: 4, path: 'c' },
      ],
      [
        { a: true, b: 0, c: true, d: { low: 0, high: 2 ** 24 } },
        { code: 'out-of-range', offset: 6, path: 'd.high' },
      ],
    ],
  },
  'the length of a whole run and of what follows it': {
    schema: () =>
      struct('S', { size: derived(u8), a: ubits(3), b: ubits(13), rest: bytes() }).where(($) => [
        $.size.is(byteLength(span($.a, $.rest))),
      ]),
    pairs: [['03 20 01 ff', { a: 1, b: 1, rest: hex('ff') }]],
    badBytes: [['01 20 01', { code: 'invalid-value', offset: 3, path: 'rest' }]],
  },
};

describe('bit fields and other constructs', () => {
  test.each(Object.entries(cases))(
    '%s',
    async (_, { schema: make, pairs, badBytes = [], badValues = [] }) => {
      const schema = make();
      const text = generatedText([schema]);
      expect(typeErrorsOf([text])).toEqual([]);
      const codecs = new Codecs(schema, await workshop.import(text));
      for (const [input, value] of pairs) {
        expect(codecs.decode(hex(input))).toEqual({ value });
        expect(codecs.encode(value)).toEqual({ value: hex(input) });
      }
      for (const [input, error] of badBytes) expect(codecs.decode(hex(input))).toMatchObject({ error });
      for (const [value, error] of badValues) expect(codecs.encode(value)).toMatchObject({ error });
    },
  );
});

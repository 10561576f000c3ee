import type { DecodeErrorDetails, EncodeErrorDetails } from '@bytewright/runtime';
import type { Node } from '@bytewright/schema-dsl';
import {
  bool,
  byteLength,
  bytes,
  derived,
  endsWith,
  enumeration,
  firstOf,
  flags,
  list,
  literal,
  openEnumeration,
  optional,
  peek,
  prefix,
  presence,
  preserve,
  sized,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  uleb128,
  union,
} from '@bytewright/schema-dsl';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesOfHex as hex } from '../../../../test/bytes-of-hex.js';
import { Codecs } from './codecs.js';
import { generatedText, Workshop } from './generate-code.js';
import { typeErrorsOf } from './type-check.js';

const workshop = new Workshop();
afterAll(() => workshop.remove());

interface Case {
  readonly schema: () => Node<unknown>;
  readonly pairs: readonly (readonly [bytes: string, value: unknown])[];
  readonly badBytes?: readonly (readonly [bytes: string, error: Partial<DecodeErrorDetails>])[];
  readonly badValues?: readonly (readonly [value: unknown, error: Partial<EncodeErrorDetails>])[];
}

const Kind = openEnumeration(u8, { get: 1, put: 2 });

// Bytes by hand, for combinations that are easy to get wrong. Spaces part the fields.
const cases: Readonly<Record<string, Case>> = {
  'a region in a region, both as long as their content makes their prefix': {
    schema: () =>
      struct('S', {
        outer: sized(prefix(uleb128(16)), struct('Outer', { inner: bytes(prefix(uleb128(16))), a: u8 })),
      }),
    pairs: [
      ['02 00 05', { outer: { inner: new Uint8Array(0), a: 5 } }],
      [`8001 7e ${'00'.repeat(126)} 05`, { outer: { inner: new Uint8Array(126), a: 5 } }],
      [`8301 8001 ${'00'.repeat(128)} 05`, { outer: { inner: new Uint8Array(128), a: 5 } }],
    ],
    badBytes: [
      ['8000 00 05', { code: 'invalid-value', offset: 0, path: 'outer' }],
      ['03 8000 05', { code: 'invalid-value', offset: 1, path: 'outer.inner' }],
    ],
  },
  'a derived varint whose own size follows from what is behind it': {
    schema: () =>
      struct('S', { n: derived(uleb128(14)), data: bytes() }).where(($) => [
        $.n.is(byteLength($.data).times(2)),
      ]),
    pairs: [[`8001 ${'00'.repeat(64)}`, { data: new Uint8Array(64) }]],
    badBytes: [['03 00', { code: 'invalid-value', path: 'data' }]],
    badValues: [[{ data: 7 }, { code: 'wrong-type', path: 'data' }]],
  },
  'look-ahead passes over scalars as it reads them': {
    schema: () =>
      struct('S', {
        next: peek(enumeration(u8, { a: 1, b: 2 })),
        note: optional(u8),
        first: firstOf({
          named: enumeration(u16be, { x: 0x0102 }),
          set: flags(u8, { low: 0 }, { strict: true }),
          padded: preserve(uleb128(14)),
        }),
        here: presence(literal(uleb128(14), 300)),
        all: list(preserve(bool), endsWith(literal(u8, 1))),
      }).where(($) => [$.note.presentWhen($.next.eq('b'))]),
    pairs: [
      [
        '02 0102 ac02 00 02 01',
        { note: 2, first: { type: 'named', value: 'x' }, here: true, all: [false, 2] },
      ],
      ['01 01', { note: undefined, first: { type: 'set', value: { low: true } }, here: false, all: [] }],
      [
        '8200 01',
        {
          note: undefined,
          first: { type: 'padded', value: { value: 2, byteLength: 2 } },
          here: false,
          all: [],
        },
      ],
    ],
    badValues: [
      [
        { note: undefined, first: { type: 'padded', value: 1 }, here: false, all: [] },
        { code: 'ambiguous', path: 'first' },
      ],
      [
        { note: undefined, first: { type: 'set', value: { low: true } }, here: false, all: [true] },
        { code: 'ambiguous', path: 'all[0]' },
      ],
    ],
  },
  'kept tags of an open enumeration': {
    schema: () =>
      struct('S', {
        kind: derived(Kind),
        body: union({ get: u8 }, { otherwise: bytes(toEnd), raw: 'rest', rawTag: 'code', tags: Kind }),
      })
        .where(($) => [$.kind.is(tagOf($.body))])
        .flat('body'),
    pairs: [
      ['01 05', { type: 'get', value: 5 }],
      ['02 05', { type: undefined, code: 'put', rest: hex('05') }],
      ['09', { type: undefined, code: 9, rest: new Uint8Array(0) }],
    ],
    badValues: [
      [
        { type: undefined, code: 2, rest: hex('') },
        { code: 'invalid-value', path: 'kind' },
      ],
      [{ type: undefined, code: 'get', rest: hex('') }, { code: 'mismatch' }],
      [
        { type: undefined, code: 256, rest: hex('') },
        { code: 'out-of-range', path: 'kind' },
      ],
      [
        { type: undefined, code: {}, rest: hex('') },
        { code: 'wrong-type', path: 'kind' },
      ],
    ],
  },
};

describe('scalars and other constructs', () => {
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

import type { Expr, References } from '@bytewright/schema-dsl';
import {
  computed,
  count,
  external,
  i8,
  list,
  optional,
  prefix,
  string,
  struct,
  u8,
  u64be,
} from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { parseWithBinaryParser } from '../../src/binary-parser/index.js';
import { expectAgreement } from './agreement.js';

const letters = external(
  { module: './letters.js', export: 'letters' },
  (text: string): number => text.replace(/[^a-z]/g, '').length,
);

const fields = {
  a: u8,
  b: i8,
  big: u64be,
  text: string(prefix(u8), 'ascii'),
  all: list(u8, prefix(u8)),
  last: optional(u8),
};
type Given = { a?: number; b?: number; big?: bigint; text?: string; all?: readonly number[] };

function bytesOf({ a = 0, b = 0, big = 0n, text = '', all = [] }: Given): Uint8Array {
  const wide = new DataView(new ArrayBuffer(8));
  wide.setBigUint64(0, big);
  const chars = [...text].map((char) => char.charCodeAt(0));
  return Uint8Array.of(a, b, ...new Uint8Array(wide.buffer), chars.length, ...chars, all.length, ...all);
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Conditions, with fields for which each holds and fields for which it does not. */
const conditions: readonly (readonly [
  string,
  ($: References<typeof fields>) => Expr<boolean>,
  holds: Given,
  not: Given,
])[] = [
  ['eq', ($) => $.a.eq(5), { a: 5 }, { a: 4 }],
  ['ne', ($) => $.b.ne(-1), { b: 1 }, { b: 255 }],
  ['lt', ($) => $.b.lt($.a), { a: 0, b: 255 }, { a: 1, b: 1 }],
  ['le', ($) => $.a.le($.b), { a: 1, b: 1 }, { a: 0, b: 255 }],
  ['gt', ($) => $.big.gt(2n ** 63n), { big: 2n ** 63n + 1n }, { big: 2n ** 63n }],
  ['ge', ($) => $.big.ge(2n ** 63n), { big: 2n ** 63n }, { big: 2n ** 63n - 1n }],
  ['plus', ($) => $.a.plus($.b).eq(3), { a: 4, b: 255 }, { a: 4, b: 1 }],
  ['minus', ($) => $.a.minus($.b).eq(3), { a: 2, b: 255 }, { a: 2, b: 1 }],
  ['times', ($) => $.big.times(3n).eq(6n), { big: 2n }, { big: 3n }],
  ['div', ($) => $.a.div(2).eq(3), { a: 6 }, { a: 7 }],
  ['div by 0', ($) => $.a.div($.b).eq(3), { a: 6, b: 2 }, { a: 6, b: 0 }],
  ['div with a remainder, in a sum', ($) => $.big.div(2n).plus(1n).eq(3n), { big: 4n }, { big: 5n }],
  ['div with a remainder, negated', ($) => $.big.div(2n).minus(1n).eq(3n).not(), { big: 5n }, { big: 8n }],
  ['and', ($) => $.a.eq(1).and($.b.eq(2)), { a: 1, b: 2 }, { a: 1, b: 3 }],
  ['or', ($) => $.a.eq(1).or($.b.eq(2)), { a: 0, b: 2 }, { a: 0, b: 3 }],
  ['choose', ($) => $.a.eq(1).choose($.b, 7).eq(7), { a: 0, b: 9 }, { a: 1, b: 9 }],
  ['toNumber', ($) => $.big.toNumber().ge(7), { big: MAX_SAFE }, { big: MAX_SAFE + 1n }],
  ['size', ($) => $.text.size().eq($.a), { a: 2, text: 'hi' }, { a: 1, text: 'hi' }],
  ['startsWith', ($) => $.text.startsWith('ab'), { text: 'abc' }, { text: 'ba' }],
  ['afterLast', ($) => $.text.afterLast('/').eq('c'), { text: 'a/b/c' }, { text: 'c/' }],
  ['afterLast, without a separator', ($) => $.text.afterLast('/').eq('c'), { text: 'c' }, { text: 'cc' }],
  ['matches', ($) => $.text.matches(/^[a-c]+$/), { text: 'abc' }, { text: 'abd' }],
  ['computed', ($) => computed(letters, $.text).eq(2), { text: 'a1b' }, { text: '11' }],
  ['count', ($) => count($.all).eq($.a), { a: 2, all: [0, 0] }, { a: 1, all: [0, 0] }],
];

describe('expressions', () => {
  for (const [name, condition, holds, not] of conditions) {
    const Schema = struct('Schema', fields).where(($) => [$.last.presentWhen(condition($))]);

    it(`${name}: holds for one input and not for another`, () => {
      const present = Uint8Array.of(...bytesOf(holds), 7);
      expect(parseWithBinaryParser(Schema, present)).toMatchObject({
        value: { last: 7 },
        consumed: present.length,
      });
      expect(expectAgreement(Schema, present)).toBe(true);
      const absent = bytesOf(not);
      expect(parseWithBinaryParser(Schema, absent).value.last).toBeUndefined();
      expect(expectAgreement(Schema, absent)).toBe(true);
    });

    it(`${name}: agrees on small and on wild values`, () => {
      const given = fc.record({
        a: fc.oneof(fc.nat(3), fc.nat(255)),
        b: fc.oneof(fc.nat(3), fc.nat(255)),
        big: fc.oneof(fc.bigInt({ min: 0n, max: 9n }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })),
        text: fc.string({ unit: fc.constantFrom('a', 'b', 'c', '/', 'z'), maxLength: 5 }),
        all: fc.array(fc.nat(255), { maxLength: 3 }),
      });
      fc.assert(
        fc.property(given, fc.boolean(), (fieldsOf, isPresent) => {
          expectAgreement(Schema, Uint8Array.of(...bytesOf(fieldsOf), ...(isPresent ? [7] : [])));
        }),
        { numRuns: budget({ everyDay: 60, deep: 600 }) },
      );
    });
  }
});

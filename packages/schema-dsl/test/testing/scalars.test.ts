import {
  bool,
  byteLength,
  bytes,
  check,
  count,
  derived,
  endsWith,
  list,
  literal,
  prefix,
  preserve,
  sized,
  sleb128,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  uleb128,
  zigzag,
} from '@bytewright/schema-dsl';
import { arbitrary, arbitraryBytes, laws } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const Varints = struct('Varints', {
  small: uleb128(7),
  unsigned: uleb128(32),
  signed: sleb128(53),
  wide: zigzag(64),
  padded: preserve(sleb128(16)),
  flag: preserve(bool),
  few: sleb128(16),
  each: list(preserve(uleb128(14)), endsWith(literal(u8, 0xff))),
}).where(($) => [check($.few.gt(-3).and($.few.lt(200)))]);

const Prefixed = struct('Prefixed', {
  items: derived(uleb128(32)),
  blob: bytes(prefix(uleb128(16))),
  words: list(u16be, prefix(sleb128(8))),
  texts: list(string(prefix(uleb128(32)))),
  region: sized(prefix(uleb128(14)), list(uleb128(32), toEnd)),
  length: derived(uleb128(64)),
  rest: bytes(),
}).where(($) => [$.items.is(count($.texts)), $.length.is(byteLength($.rest))]);

describe('varints', () => {
  laws(Varints, undefined, { runs: 50, seed: 60 });
  laws(Prefixed, undefined, { runs: 50, seed: 60 });

  test('padding and odd booleans are made up too', () => {
    const values = fc.sample(arbitrary(Varints), { seed: 61, numRuns: 100 });
    expect(values.some(({ padded }) => typeof padded === 'object')).toBe(true);
    expect(values.some(({ flag }) => typeof flag === 'number')).toBe(true);
    expect(
      fc
        .sample(arbitraryBytes(preserve(uleb128(32))), { seed: 61, numRuns: 100 })
        .some((b) => b.at(-1) === 0 && b.length > 1),
    ).toBe(true);
  });
});

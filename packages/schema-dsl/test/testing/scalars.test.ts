import {
  bool,
  byteLength,
  bytes,
  check,
  count,
  derived,
  endsWith,
  enumeration,
  flags,
  list,
  literal,
  openEnumeration,
  optional,
  prefix,
  preserve,
  sized,
  sleb128,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  uleb128,
  union,
  zigzag,
} from '@bytewright/schema-dsl';
import { arbitrary, arbitraryBytes } from '@bytewright/schema-dsl/testing';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';

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
  laws(Varints, undefined, { runs: budget({ everyDay: 50, deep: 500 }), seed: 60 });
  laws(Prefixed, undefined, { runs: budget({ everyDay: 50, deep: 500 }), seed: 60 });

  test('generates padded integers and odd booleans too', () => {
    const values = fc.sample(arbitrary(Varints), {
      seed: 61,
      numRuns: budget({ everyDay: 100, deep: 1000 }),
    });
    expect(values.some(({ padded }) => typeof padded === 'object')).toBe(true);
    expect(values.some(({ flag }) => typeof flag === 'number')).toBe(true);
    expect(
      fc
        .sample(arbitraryBytes(preserve(uleb128(32))), {
          seed: 61,
          numRuns: budget({ everyDay: 100, deep: 1000 }),
        })
        .some((b) => b.at(-1) === 0 && b.length > 1),
    ).toBe(true);
  });
});

const Kind = openEnumeration(uleb128(14), { get: 1, put: 200, drop: 3 });
const Named = struct('Named', {
  color: enumeration(u8, { grey: 0, rgb: 2 }),
  unit: openEnumeration(u16be, { none: 0, inch: 2 }),
  gamma: optional(u8),
  each: list(openEnumeration(u8, { a: 1 }), prefix(u8)),
  kind: derived(Kind),
  body: union(
    { get: u8, put: string(prefix(u8)) },
    { otherwise: bytes(prefix(u8)), rawTag: 'code', tags: Kind },
  ),
}).where(($) => [$.gamma.presentWhen($.color.eq('rgb')), $.kind.is(tagOf($.body))]);

describe('enumerations', () => {
  laws(Named, undefined, { runs: budget({ everyDay: 50, deep: 500 }), seed: 62 });

  test('generates names and other numbers', () => {
    const values = fc.sample(arbitrary(Named), { seed: 63, numRuns: budget({ everyDay: 100, deep: 1000 }) });
    expect(new Set(values.map(({ color }) => color))).toEqual(new Set(['grey', 'rgb']));
    expect(values.some(({ unit }) => typeof unit === 'number')).toBe(true);
    expect(values.some(({ body }) => body.type === undefined && body.code === 'drop')).toBe(true);
  });
});

const Flagged = struct('Flagged', {
  access: flags(u8, { read: 0, write: 1 }),
  wide: flags(uleb128(64), { last: 63 }),
  strict: flags(u16be, { low: 0, high: 15 }, { strict: true }),
  note: optional(u8),
}).where(($) => [$.note.presentWhen($.access.$.write.or($.strict.$.low))]);

describe('flags', () => {
  laws(Flagged, undefined, { runs: budget({ everyDay: 50, deep: 500 }), seed: 64 });

  test('generates unnamed bits too', () => {
    const values = fc.sample(arbitrary(Flagged), {
      seed: 65,
      numRuns: budget({ everyDay: 100, deep: 1000 }),
    });
    expect(values.some(({ access }) => access.unknown !== 0)).toBe(true);
    expect(values.some(({ wide }) => wide.unknown !== 0n && wide.last)).toBe(true);
  });
});

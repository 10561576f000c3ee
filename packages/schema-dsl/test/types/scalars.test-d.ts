import { expectTypeOf, test } from 'vitest';
import type { Infer } from '../../src/index.js';
import {
  bool,
  bytes,
  check,
  derived,
  enumeration,
  flags,
  list,
  on,
  openEnumeration,
  optional,
  prefix,
  preserve,
  sleb128,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u64be,
  uleb128,
  union,
  zigzag,
} from '../../src/index.js';

test('variable-length integers are numbers up to 53 bits', () => {
  const S = struct('S', {
    small: uleb128(7),
    most: sleb128(53),
    wide: zigzag(54),
    each: list(uleb128(32), prefix(uleb128(64))),
  });
  expectTypeOf<Infer<typeof S>>().toEqualTypeOf<{
    small: number;
    most: number;
    wide: bigint;
    each: number[];
  }>();
  S.where(($) => [check($.most.lt(5)), check($.wide.lt(5n))]);
  // @ts-expect-error a number against a bigint
  S.where(($) => [check($.wide.lt(5))]);
  const bits: number = 5;
  const any = uleb128(bits);
  expectTypeOf<Infer<typeof any>>().toEqualTypeOf<number | bigint>();
});

test('preserved encodings appear in the type', () => {
  const S = struct('S', {
    flag: preserve(bool),
    n: preserve(uleb128(32)),
    wide: preserve(sleb128(64).doc('n')),
  });
  expectTypeOf<Infer<typeof S>>().toEqualTypeOf<{
    flag: boolean | number;
    n: number | { value: number; byteLength: number };
    wide: bigint | { value: bigint; byteLength: number };
  }>();
  // @ts-expect-error nothing of it is lost
  preserve(u8);
  // @ts-expect-error what keeps padding is not a length
  bytes(prefix(preserve(uleb128(32))));
  S.where(($) => [check($.flag)]); // a bool that may be 7 is a condition, which 7 satisfies
});

test('enumerations are the names of their members', () => {
  const Color = enumeration(u8, { grey: 0, rgb: 2 });
  const Unit = openEnumeration(u64be, { none: 0n });
  const S = struct('S', { color: Color, unit: Unit, each: list(Color, 2), next: optional(u8) });
  expectTypeOf<Infer<typeof S>>().toEqualTypeOf<{
    color: 'grey' | 'rgb';
    unit: 'none' | bigint;
    each: ('grey' | 'rgb')[];
    next?: number | undefined;
  }>();
  S.where(($) => [
    $.next.presentWhen($.color.eq('rgb')),
    check($.unit.ne(5n)),
    check($.color.startsWith('r')),
  ]);
  // @ts-expect-error no such member
  S.where(($) => [check($.color.eq('cmyk'))]);
  // @ts-expect-error a number against a name
  S.where(($) => [check($.color.eq(2))]);
  // @ts-expect-error a number for a bigint
  enumeration(u64be, { a: 1 });
  // @ts-expect-error text has no numbers to name
  enumeration(string(2), { a: 1 });
});

test('unions follow enumerations', () => {
  const Kind = openEnumeration(u8, { a: 1, b: 2, c: 3 });
  const S = struct('S', {
    kind: derived(Kind),
    body: union(
      { a: u8, second: on('b', string(toEnd)) },
      { otherwise: bytes(toEnd), raw: 'rest', rawTag: 'code', tags: Kind },
    ),
  }).where(($) => [$.kind.is(tagOf($.body))]);
  expectTypeOf<Infer<typeof S>>().toEqualTypeOf<{
    body:
      | { type: 'a'; value: number }
      | { type: 'second'; value: string }
      | { type: undefined; code: 'c' | number; rest: Uint8Array };
  }>();
  const all = struct('S', { kind: derived(enumeration(u8, { a: 1, b: 2 })), body: union({ a: u8, b: u8 }) });
  all.where(($) => [$.kind.is(tagOf($.body))]);
  const lacking = struct('S', { kind: derived(enumeration(u8, { a: 1 })), body: union({ a: u8, b: u8 }) });
  // @ts-expect-error an arm that the enumeration lacks
  lacking.where(($) => [$.kind.is(tagOf($.body))]);
  const untold = struct('S', {
    kind: derived(Kind),
    body: union({ a: u8 }, { otherwise: u8, rawTag: 'code' }),
  });
  // @ts-expect-error any text could be kept; 'tags' tells that only members are
  untold.where(($) => [$.kind.is(tagOf($.body))]);
  const numbers = struct('S', { kind: derived(u8), body: union({ x: on(1, u8), y: on(2, u8) }) });
  numbers.where(($) => [$.kind.is(tagOf($.body))]);
});

test('flag sets are objects of booleans', () => {
  const S = struct('S', {
    access: flags(u8, { read: 0, write: 1 }),
    wide: flags(u64be, { last: 63 }),
    strict: flags(u8, { a: 0 }, { strict: true }),
    next: optional(u8),
  });
  expectTypeOf<Infer<typeof S>>().toEqualTypeOf<{
    access: { read: boolean; write: boolean; unknown: number };
    wide: { last: boolean; unknown: bigint };
    strict: { a: boolean };
    next?: number | undefined;
  }>();
  S.where(($) => [$.next.presentWhen($.access.$.read.and($.strict.$.a)), check($.wide.$.unknown.eq(0n))]);
  // @ts-expect-error no such flag
  S.where(($) => [$.next.presentWhen($.access.$.execute)]);
  // @ts-expect-error the other bits are no condition
  S.where(($) => [$.next.presentWhen($.access.$.unknown)]);
  // @ts-expect-error a strict one has no other bits
  S.where(($) => [check($.strict.$.unknown.eq(0))]);
  // @ts-expect-error text has no bits
  flags(string(2), { a: 1 });
});

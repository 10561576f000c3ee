import { expectTypeOf, test } from 'vitest';
import type { Infer } from '../../src/index.js';
import {
  bool,
  bytes,
  check,
  list,
  prefix,
  preserve,
  sleb128,
  struct,
  u8,
  uleb128,
  zigzag,
} from '../../src/index.js';

test('integers of variable length are numbers up to 53 bits', () => {
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

test('what is preserved is in the type', () => {
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
  // @ts-expect-error what keeps padding is no length
  bytes(prefix(preserve(uleb128(32))));
  // @ts-expect-error a bool that may be 7 is no condition
  S.where(($) => [check($.flag)]);
});

import { expectTypeOf, test } from 'vitest';
import type { Expr, Infer, NaNBits } from '../../src/index.js';
import {
  bool,
  check,
  computed,
  external,
  f32be,
  list,
  optional,
  parameter,
  preserve,
  preserveNaN,
  struct,
  u8,
  uleb128,
  whilePeek,
} from '../../src/index.js';

const size = parameter('size', u8);
const twice = external({ module: './own.js', export: 'twice' }, (n: number): number => 2 * n);

test('relations see only the value of a node that keeps more', () => {
  const Kept = struct('Kept', {
    n: preserve(uleb128(32)),
    big: preserve(uleb128(64)),
    flag: preserve(bool),
    x: preserveNaN(f32be),
    o: optional(preserve(uleb128(32))),
    data: list(
      u8,
      whilePeek(u8, (n) => n.lt(9)),
    ),
  }).where(($) => {
    expectTypeOf($.o.expression).not.toBeAny();
    expectTypeOf($.o).toExtend<Expr<number | undefined>>();
    return [
      $.data.with(size.of($.n)),
      check($.big.lt(5n).and($.flag)),
      check($.x.lt(1)),
      check(computed(twice, $.n).eq(2)),
      // @ts-expect-error what may be absent is bound to no parameter
      $.data.with(size.of($.o)),
    ];
  });
  expectTypeOf<Infer<typeof Kept>['n']>().toEqualTypeOf<number | { value: number; byteLength: number }>();
  expectTypeOf<Infer<typeof Kept>['flag']>().toEqualTypeOf<boolean | number>();
  expectTypeOf<Infer<typeof Kept>['x']>().toEqualTypeOf<number | NaNBits>();
});

import type { Node } from '@bytewright/schema-dsl';
import { f16be, f32be, f64be, struct } from '@bytewright/schema-dsl';
import { test } from 'vitest';
import { expectBothWays } from './support.js';

// IEEE 754, table 3.5: sign, exponent and fraction of binary16, binary32 and binary64
test.each<[string, Node<number>, string, number]>([
  ['infinity of two bytes', f16be, '7c00', Number.POSITIVE_INFINITY],
  ['infinity of four bytes', f32be, '7f800000', Number.POSITIVE_INFINITY],
  ['negative infinity of four bytes', f32be, 'ff800000', Number.NEGATIVE_INFINITY],
  ['infinity of eight bytes', f64be, '7ff0000000000000', Number.POSITIVE_INFINITY],
  ['negative infinity of eight bytes', f64be, 'fff0000000000000', Number.NEGATIVE_INFINITY],
  ['the greatest number of two bytes', f16be, '7bff', 65504],
  ['the greatest number of four bytes', f32be, '7f7fffff', 2 ** 128 - 2 ** 104],
  ['the greatest number of eight bytes', f64be, '7fefffffffffffff', Number.MAX_VALUE],
  ['the least normal number of two bytes', f16be, '0400', 2 ** -14],
  ['the least normal number of four bytes', f32be, '00800000', 2 ** -126],
  ['the least normal number of eight bytes', f64be, '0010000000000000', 2 ** -1022],
  ['the least number of two bytes', f16be, '0001', 2 ** -24],
  ['the least number of four bytes', f32be, '00000001', 2 ** -149],
  ['the least number of eight bytes', f64be, '0000000000000001', 2 ** -1074],
  ['the greatest subnormal number of eight bytes', f64be, '000fffffffffffff', 2 ** -1022 - 2 ** -1074],
  ['negative zero', f64be, '8000000000000000', -0],
  ['a number with a sign and a fraction', f32be, 'c0490000', -3.140625],
  ['NaN of two bytes', f16be, '7e00', Number.NaN],
  ['NaN of eight bytes', f64be, '7ff8000000000000', Number.NaN],
])('%s is read and written by its bits', (_, node, bytes, value) => {
  expectBothWays(struct('S', { x: node }), bytes, { x: value });
});

import {
  align,
  byteLength,
  derived,
  offsetOf,
  prefix,
  string,
  struct,
  u8,
  u16be,
  u32be,
} from '@bytewright/schema-dsl';
import { arbitrary } from '@bytewright/schema-dsl/testing';
import { itAgrees } from './agreement.js';

const Aligned = struct('Aligned', {
  name: string(prefix(u8), 'ascii'),
  toSize: align(4),
  size: u32be,
  flag: u8,
  toEnd: align(4, { fill: 0xff, keep: true }),
});
itAgrees('alignment', Aligned, {
  examples: [
    ['01 41 0000 00000007 01 ffffff', { name: 'A', size: 7, flag: 1, toEnd: undefined }],
    ['03 414243 00000007 01 ffff00', { name: 'ABC', size: 7, flag: 1, toEnd: Uint8Array.of(0xff, 0xff, 0) }],
  ],
  values: arbitrary(Aligned),
});

const Placed = struct('Placed', {
  dataOffset: derived(u8),
  dataEnd: derived(u16be),
  name: string(prefix(u8), 'ascii'),
  data: string(undefined, 'ascii'),
  check: u8,
}).where(($) => [$.dataOffset.is(offsetOf($.data)), $.dataEnd.is(offsetOf($.data).plus(byteLength($.data)))]);
itAgrees('offsets that follow from the layout', Placed, {
  examples: [['05 0007 01 41 6869 07', { name: 'A', data: 'hi', check: 7 }]],
  values: arbitrary(Placed),
});

import {
  align,
  byteLength,
  bytes,
  derived,
  list,
  literal,
  offsetOf,
  optional,
  parameter,
  prefix,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u16le,
  u32be,
  u64le,
} from '@bytewright/schema-dsl';

/** A fixed layout as a C compiler makes it: every member at a multiple of its size. */
export const AlignedRecord = struct('AlignedRecord', {
  tag: u8,
  beforeSize: align(4),
  size: u32be,
  flags: u8,
  beforeStamp: align(8, { fill: 0xff, keep: true }),
  stamp: u64le,
});

/** Offsets that follow from what lies before, and a header whose own size says where it ends. */
export const Placed = struct('Placed', {
  magic: literal(u16be, 0xb0b0),
  nameOffset: derived(u8),
  dataOffset: derived(u64le),
  title: string(prefix(u8), 'ascii'),
  toName: align(4),
  name: string(prefix(u8), 'ascii'),
  toData: align(8, { fill: 0x20 }),
  records: list(AlignedRecord, prefix(u8)),
  data: bytes(toEnd),
}).where(($) => [$.nameOffset.is(offsetOf($.name)), $.dataOffset.is(offsetOf($.data))]);

const base = parameter('base', u16le);

/** An offset that counts from somewhere further out, and text up to an offset. */
const CountedFromOutside = struct('CountedFromOutside', { valueOffset: derived(u16le), note: string(prefix(u8)), value: u8 }).where(($) => [
  $.valueOffset.is(offsetOf($.value).plus(base)),
]);

export const InnerAtOffset = struct('InnerAtOffset', {
  label: string(prefix(u8)),
  end: derived(u8),
  text: string(),
  hasInner: u8,
  inner: optional(CountedFromOutside),
}).where(($) => [
  $.end.is(offsetOf($.text).plus(byteLength($.text))),
  $.inner.presentWhen($.hasInner.eq(1)),
  $.inner.with(base.of(offsetOf($.inner))),
]);

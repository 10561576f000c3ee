import {
  bool,
  byteLength,
  bytes,
  count,
  derived,
  list,
  literal,
  optional,
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

/** Integers of variable length, and booleans whose other bytes are kept. */
export const Varints = struct('Varints', {
  tag: literal(uleb128(14), 300),
  small: uleb128(7),
  unsigned: uleb128(32),
  signed: sleb128(53),
  wide: zigzag(64),
  padded: preserve(sleb128(16)),
  paddedWide: preserve(uleb128(64)),
  flag: preserve(bool),
  each: list(uleb128(16), prefix(uleb128(8))),
});

/** What is as long as an integer of variable length says: how many bytes that one takes depends on the content. */
export const Prefixed = struct('Prefixed', {
  blob: bytes(prefix(uleb128(32))),
  text: string(prefix(uleb128(64))),
  words: list(u16be, prefix(sleb128(16))),
  pairs: list(struct('VarintPair', { key: uleb128(32), value: string(prefix(uleb128(32))) }), prefix(uleb128(32))),
  region: sized(prefix(uleb128(32)), struct('Region', { kind: u8, rest: bytes(toEnd) })),
});

/** Lengths and counts as fields of their own. */
export const Derived = struct('Derived', {
  length: derived(uleb128(32)),
  items: derived(uleb128(64)),
  limit: uleb128(32),
  blob: bytes(),
  numbers: list(u16be),
  note: optional(u8),
}).where(($) => [
  $.length.is(byteLength($.blob).plus(2)),
  $.items.is(count($.numbers)),
  $.note.presentWhen($.limit.gt(127)),
]);

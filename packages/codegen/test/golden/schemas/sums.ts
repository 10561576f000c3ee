import { byteLength, bytes, count, derived, list, optional, prefix, span, string, struct, toEnd, u16be, u64be, u8 } from '@bytewright/schema-dsl';

/** A length of several fields: all but one of them end by themselves, wherever they stand. */
export const Frame = struct('Frame', { total: derived(u16be), head: string(prefix(u8), 'ascii'), body: bytes(), tail: u16be }).where(($) => [
  $.total.is(byteLength($.head).plus(byteLength($.body)).plus(byteLength($.tail)).plus(2)),
]);

/** The same of all its fields. */
export const Whole = struct('Whole', { length: derived(u64be), name: string(prefix(u8), 'ascii'), body: bytes() }).where(($) => [
  $.length.is(byteLength(span($.length, $.body))),
]);

/** A count in a sum, with a factor. */
export const Words = struct('Words', { size: derived(u8), head: bytes(prefix(u8)), words: list(u16be) }).where(($) => [
  $.size.is(count($.words).times(2).plus(byteLength($.head))),
]);

const Item = struct('KeyedItem', { key: u8, text: string(prefix(u8), 'ascii') });

/** What one length leaves open, the other one decides. */
export const Halves = struct('Halves', { total: derived(u8), first: derived(u8), items: list(Item, toEnd), rest: bytes() }).where(($) => [
  $.total.is(byteLength($.items).plus(byteLength($.rest))),
  $.first.is(byteLength($.items)),
]);

/** A size that may be absent, and one that is rounded: encode says how, and both sides are held to it. */
export const Sizes = struct('Sizes', { quarters: derived(u8), flag: u8, note: optional(u16be), data: bytes(prefix(u8)), isLong: derived(u8) }).where(($) => [
  $.note.presentWhen($.flag.ne(0)),
  $.quarters.is(byteLength($.note).plus(byteLength($.data)).div(4)),
  $.isLong.is(byteLength($.data).gt(4).choose(1, 0), { encode: byteLength($.data).le(4).choose(0, 1) }),
]);

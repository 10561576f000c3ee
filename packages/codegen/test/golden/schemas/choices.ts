import {
  bytes, byteLength, derived, on, optional, prefix, present, sized, string, struct, tagOf, u16be, u32be, u8, union, bool,
} from '@bytewright/schema-dsl';

/** An arm that is a struct. */
export const Pair = struct('Pair', { left: u8, right: u8 });

/** A union whose tag is derived from the arm, kept as text where no arm has it, merged into the struct. */
export const Chunk = struct('Chunk', {
  length: derived(u32be),
  kind: derived(string(4, 'ascii')),
  body: union({ PAIR: Pair, 'text': string() }, { tag: 'kindName', value: 'data', otherwise: bytes(), raw: 'unknown', rawTag: 'tag' }),
})
  .where(($) => [$.length.is(byteLength($.body)), $.kind.is(tagOf($.body))])
  .flat('body');

/** A union that a field of the value selects, and optional fields. */
export const Choices = struct('Choices', {
  kind: u8,
  hasNote: derived(bool),
  version: u8,
  body: union({ word: on(1, u16be), pair: on(6, Pair), other: on(7, sized(prefix(u8), Pair)) }),
  note: optional(string(prefix(u8), 'ascii')),
  extra: optional(Pair),
}).where(($) => [
  $.body.tag($.kind),
  $.hasNote.is(present($.note)),
  $.extra.presentWhen($.version.ge(2).and($.version.ne(9))),
]);

import {
  bool, bytes, count, custom, derived, enumeration, external, f32be, flags, list, literal, lookahead, openEnumeration, optional, present, preserve, preserveNaN,
  string, struct, u8, u16be, ubits, uleb128,
} from '@bytewright/schema-dsl';
import { quicInteger } from '../external/custom.js';

const integer = custom(external({ module: '../external/custom.js', export: 'quicInteger' }, quicInteger), { max: 8, type: 'bigint' });

/** What a derived field is computed from is looked at before a size is taken of it: a field of each kind. */
export const FromNumbers = struct('FromNumbers', {
  sum: derived(u8),
  ratio: f32be,
  noise: preserveNaN(f32be),
  short: uleb128(7),
  padded: preserve(uleb128(14)),
  high: ubits(4),
  low: ubits(4),
  far: integer,
}).where(($) => [
  $.sum.is(
    $.ratio.gt(0.5).choose($.short, 0).plus($.high).plus($.far.gt(9n).choose(1, 0)),
  ),
]);

/** Names, flags and truth. */
export const FromNames = struct('FromNames', {
  code: derived(u8),
  colour: enumeration(u8, { red: 1, blue: 2 }),
  kind: openEnumeration(u8, { file: 1 }),
  options: flags(u8, { quick: 0 }),
  isSet: bool,
  isKept: preserve(bool),
  isMarked: lookahead(literal(u8, 0x7e)),
  first: u8,
}).where(($) => [
  $.code.is(
    $.colour.eq('red').choose(1, 2).plus($.options.$.quick.choose(4, 0)).plus($.isSet.choose(8, 0)).plus($.isMarked.choose(16, 0))
      .plus($.kind.eq('file').choose(32, 0)),
  ),
]);

/** What is counted, and what may be absent. */
export const FromLists = struct('FromLists', {
  total: derived(u8),
  has: bool,
  text: string(2, 'ascii'),
  data: bytes(2),
  numbers: list(u16be, 2),
  pairs: list(struct('SourcePair', { x: u8 }), 2),
  note: optional(string(1, 'ascii')),
}).where(($) => [
  $.note.presentWhen($.has),
  $.total.is(
    $.text.size().plus(count($.data)).plus(count($.numbers)).plus(count($.pairs)).plus(present($.note).and($.note.eq('!' as never)).choose(8, 0)),
  ),
]);

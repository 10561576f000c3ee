import {
  align, bytes, check, firstOf, flags, list, literal, lookahead, on, optional, presence, present, processed, range, reserved, struct, tagOf, toEnd, u8, u16be,
  union, xor,
} from '@bytewright/schema-dsl';

/** What is only tried gives no value, so most of what is read in it is put nowhere. */
const TriedAhead = struct('TriedAhead', {
  mark: literal(u8, 1),
  kind: u8,
  toWord: align(4),
  kept: reserved(2),
  toWords: align(4, { keep: true }),
  isFive: presence(literal(u8, 5)),
  isNear: lookahead(u16be),
  choice: firstOf({ odd: flags(u8, { odd: 0 }, { strict: true }), plain: u8 }),
  hidden: processed(xor('ff'), 1, u8),
  body: optional(union({ small: on(range(1, 9), u8), large: on(10, u16be) }, { otherwise: bytes(1), raw: 'rest' })),
  words: list(u16be, toEnd),
}).where(($) => [$.body.presentWhen($.kind.gt(0)), $.body.tag($.kind)]);

/** The first that parses. */
export const Trial = struct('Trial', { content: firstOf({ tried: TriedAhead, rest: bytes(toEnd) }) });

/** Conditions that speak of a constant, of a tag, and of tags in many ranges. */
export const Speaking = struct('Speaking', {
  base: literal(u8, 2),
  kind: u8,
  body: optional(
    union({
      few: on([range(1, 3), range(10, 13), range(100, 103), range(110, 113), range(120, 123), range(130, 133), range(140, 143)], u8),
      many: on([range(20, 29), 40], u16be),
    }),
  ),
  end: u8,
}).where(($) => [
  $.body.presentWhen($.kind.gt(0)),
  $.body.tag($.kind),
  check(present($.body).not().or(tagOf($.body).le(200)), 'a tag of at most 200'),
  check($.end.ge($.base), 'an end behind the base'),
]);

import { bytes, crc32, derived, firstOf, list, literal, on, sized, span, string, struct, tagOf, toEnd, u16be, u32le, u8, union } from '@bytewright/schema-dsl';

/** What a gzip member ends with (RFC 1952, 2.3.1). */
export const Trailer = struct('Trailer', { crc32: u32le, size: u32le });

/** Data up to a trailer. */
export const Member = struct('Member', { magic: literal(bytes(), '1f8b'), data: bytes(toEnd), trailer: Trailer });

/** Elements up to a choice whose arms are all as large. */
export const Tail = struct('Tail', {
  kind: u8,
  items: list(struct('Item', { a: u8, b: u16be }), toEnd),
  body: union({ number: on(1, u32le), pair: on(2, struct('Two', { x: u16be, y: u16be })) }),
}).where(($) => [$.body.tag($.kind)]);

/** Text up to alternatives that are all as large. */
export const Signed = struct('Signed', {
  text: string(toEnd, 'ascii'),
  end: firstOf({ mark: literal(u16be, 0xcafe), check: u16be }),
});

/** A frame of unknown kinds and a checksum behind it: the alternatives go to the end of a region that leaves room for it. */
export const SummedFrame = struct('SummedFrame', {
  kind: derived(u8),
  body: sized(
    toEnd,
    union({ text: on(1, string(toEnd)), words: on(2, list(u16be, toEnd)) }, { otherwise: bytes(toEnd), rawTag: 'kind' }),
  ),
  crc: derived(u32le),
}).where(($) => [$.kind.is(tagOf($.body)), $.crc.is(crc32(span($.kind, $.body)))]);

/** Elements that look ahead see the end of the list, not the fields behind it. */
export const Chain = struct('Chain', {
  links: list(firstOf({ long: u16be, short: u8 }), toEnd),
  sum: u16be,
});

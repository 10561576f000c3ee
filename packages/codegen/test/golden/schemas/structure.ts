import {
  atEnd, bool, bytes, derived, list, literal, on, parameter, prefix, range, search, string, struct, tagOf, toEnd, u8, u16be, u32be, union, until,
} from '@bytewright/schema-dsl';

/** Whether a Drive has its long form; nothing on the wire says so. */
export const long = parameter('long', bool);
const sectionId = parameter('sectionId', u16be);

const TokenSpot = struct('TokenSpot', { x: u8, y: u8 });

/** Arms with several tags and ranges, of a tag that is derived: the value keeps it where the arm does not tell. */
export const Token = struct('Token', {
  code: derived(u8),
  body: union(
    { end: on(0, bytes(0)), letter: on([range(0x41, 0x5a), range(0x61, 0x7a)], u8), digit: on(range(0x30, 0x39), u16be), quote: on([0x22, 0x27], string(prefix(u8), 'ascii')) },
    { tag: 'token', value: 'of', otherwise: TokenSpot, raw: 'point', rawTag: 'code' },
  ),
})
  .where(($) => [$.code.is(tagOf($.body))])
  .flat('body');

/** Bytes as tags, compared by their content. */
export const Image = struct('Image', {
  magic: bytes(2),
  body: union({ bitmap: on(Uint8Array.of(0x42, 0x4d), u32be), other: on([Uint8Array.of(1, 2), Uint8Array.of(3, 4)], TokenSpot) }),
}).where(($) => [$.body.tag($.magic)]);

/** A drive of 4 or 2 bytes, which what is behind them tells apart. */
export const Drive = struct('Drive', { data: bytes(long.choose(4, 2)), mark: literal(u8, 0xdd) });
const Controller = struct('Controller', { version: literal(u8, 2), drive: search(long, [true, false], Drive) });
const OldController = struct('OldController', { version: u8, speed: u16be });
const EndMark = struct('EndMark', { mark: literal(u8, 0x7e), id: derived(u16be) }).where(($) => [$.id.is(sectionId)]);

/** A section of a file: several devices have one name, and what is none of them is kept as it is. */
const Section = struct('Section', {
  id: u16be,
  name: string(prefix(u8), 'ascii'),
  body: union(
    { fdc: Controller, 'fdc-old': on('fdc', OldController), timer: u16be },
    { tag: 'device', value: 'state', otherwise: bytes(until(EndMark)), raw: 'payload', fallback: 'no arm fits' },
  ),
  footer: EndMark,
})
  .where(($) => [
    $.body.tag($.name.afterLast('/')),
    $.body.with(sectionId.of($.id)),
    $.body.followedBy(EndMark),
    $.footer.with(sectionId.of($.id)),
  ])
  .flat('body');

export const Sections = struct('Sections', { sections: list(Section, toEnd) });

/** A strict demand, then a weak one: over all arms first the one, then the other. */
export const Answer = struct('Answer', {
  isLong: bool,
  body: union({ short: on(false, u8), long: on(true, u16be), longer: on(true, u32be) }),
  rest: bytes(toEnd),
}).where(($) => [$.body.tag($.isLong), $.body.followedBy(atEnd, literal(u8, 0))]);

import type { Expr, Node } from '@bytewright/schema-dsl';
import {
  at,
  atEnd,
  bool,
  byteLength,
  bytes,
  check,
  count,
  cstring,
  derived,
  endsAfter,
  endsWith,
  firstOf,
  i8,
  i16be,
  i16le,
  i32be,
  i32le,
  i64be,
  i64le,
  list,
  literal,
  lookahead,
  on,
  optional,
  padded,
  padding,
  parameter,
  peek,
  prefix,
  presence,
  present,
  reserved,
  sized,
  string,
  struct,
  tagOf,
  terminated,
  toEnd,
  u8,
  u16be,
  u16le,
  u32be,
  u32le,
  u64be,
  u64le,
  union,
  until,
  whilePeek,
} from '@bytewright/schema-dsl';

/** Every integer type, and a bool. */
export const Numbers = struct('Numbers', {
  a: u8,
  b: i8,
  c: u16be,
  d: u16le,
  e: i16be,
  f: i16le,
  g: u32be,
  h: u32le,
  i: i32be,
  j: i32le,
  k: u64be,
  l: u64le,
  m: i64be,
  n: i64le,
  o: bool,
});

/** Lists of numbers with every kind of ending. */
export const Arrays = struct('Arrays', {
  counted: list(u16le, prefix(u8)),
  fixed: list(i32be, 3),
  large: list(u8, 300),
  wide: list(i64le, prefix(u16be)),
  ended: list(u32be, endsWith(literal(u32be, 0xffffffff))),
  short: list(i8, prefix(u8)),
  rest: list(u64be, toEnd),
});

/** Text in every encoding with every kind of ending, and constants. */
export const Texts = struct('Texts', {
  magic: literal(string(4, 'ascii'), 'TEXT'),
  version: literal(u16le, 0x0102),
  marker: literal(bytes(2), 'cafe'),
  length: derived(u16be),
  ascii: string(prefix(u8), 'ascii'),
  latin1: string(5, 'latin1'),
  utf8: string(6),
  sized: string(),
  terminated: string(until(literal(u8, 0)), 'latin1'),
  terminator: literal(u8, 0),
}).where(($) => [$.length.is(byteLength($.sized))]);

/** Bytes that extend to the end, with room for what follows. */
export const Blobs = struct('Blobs', {
  key: bytes(4),
  counted: bytes(prefix(u16le)),
  rest: bytes(toEnd),
  trailer: u16be,
});

/**
 * Lengths that are not simply the length: affine, in words, of two fields together, as 64 bits, and checked
 * twice.
 */
export const Lengths = struct('Lengths', {
  headed: derived(u8),
  items: list(u16be),
  words: derived(u8),
  body: bytes(),
  total: derived(u16be),
  left: string(prefix(u8)),
  right: bytes(),
  wide: derived(u64le),
  again: derived(u8),
  last: list(u8),
}).where(($) => [
  $.headed.is(count($.items).times(2).plus(4)),
  $.words.is(byteLength($.body).div(4)),
  $.total.is(byteLength($.left).plus(byteLength($.right))),
  $.wide.is(count($.last)),
  $.again.is(count($.last)),
]);

const Note = struct('Note', { mark: literal(u8, 0x05), text: string(prefix(u8), 'ascii') });

/** Presence by a kept field, by a derived flag, and by what comes next. */
export const Optionals = struct('Optionals', {
  version: u8,
  late: optional(u32be),
  flag: derived(bool),
  name: optional(string(prefix(u8))),
  twin: optional(u8),
  next: peek(u8),
  note: optional(Note),
  tail: u8,
}).where(($) => [
  $.late.presentWhen($.version.ge(200)),
  $.flag.is(present($.name)),
  $.twin.presentWhen($.flag),
  $.note.presentWhen($.next.eq(5)),
]);

const Circle = struct('Circle', { radius: u16be });
const Polygon = struct('Polygon', { points: list(i16be, prefix(u8)) });

/** An arm selected by a kept field, through part of a string. */
export const Shapes = struct('Shapes', {
  shapes: list(
    struct('Shape', {
      name: string(prefix(u8), 'ascii'),
      body: union({ circle: Circle, polygon: Polygon }, { otherwise: bytes(prefix(u8)), raw: 'bytes' }),
    }).where(($) => [$.body.tag($.name.afterLast('/'))]),
    prefix(u8),
  ),
});

/** A numeric tag derived from the arm, with the union merged into the value. */
export const Packet = struct('Packet', {
  protocol: derived(u8),
  length: derived(u16be),
  body: union({
    tcp: on(6, struct('Tcp', { port: u16be })),
    udp: on(17, struct('Udp', { data: bytes(toEnd) })),
  }),
})
  .where(($) => [
    // typed by the arms' names, whatever numbers `on()` gives them
    $.protocol.is(tagOf($.body) as Expr<unknown> as Expr<number>),
    $.length.is(byteLength($.body)),
  ])
  .flat('body');

/** A string tag derived from the arm; the raw arm keeps it. */
export const Chunk = struct('Chunk', {
  type: derived(string(4, 'ascii')),
  body: union(
    { HEAD: struct('Head', { width: u32be }), DATA: bytes(prefix(u8)) },
    { tag: 'kind', value: 'content', otherwise: bytes(prefix(u8)), raw: 'unknown', rawTag: 'type' },
  ),
}).where(($) => [$.type.is(tagOf($.body))]);

const Word = struct('Word', { mark: literal(u8, 0x77), word: u16be });
const Byte = struct('Byte', { mark: literal(u8, 0x62), byte: u8 });

/** Ordered alternatives, distinguished by their first byte, and by what follows. */
export const Alternatives = struct('Alternatives', {
  first: firstOf({ word: Word, byte: Byte }),
  narrow: firstOf(
    { one: struct('One', { v: u8 }), two: struct('Two', { v: u16be }) },
    { tag: 'width', value: 'number', followedBy: literal(u8, 0xaa) },
  ),
  end: literal(u8, 0xaa),
});

/** Look-ahead: presence of a marker, and a look far ahead. */
export const LookAhead = struct('LookAhead', {
  marked: presence(struct('Marker', { mark: literal(u8, 0x7e), id: literal(u8, 1) })),
  isLow: lookahead(struct('Low', { first: u8, second: u8 }).where(($) => [check($.second.lt(0x80))])),
  items: list(struct('Item', { kind: u8, value: u8 }), endsWith(literal(u8, 0x00))),
});

const Next = struct('Next', { mark: literal(u8, 0x04), id: u8 });

/** Payloads without a length, up to the first offset where something can follow; a footer repeats an id. */
const id = parameter('id', u16be);
const Footer = struct('Footer', { mark: literal(u8, 0x7e), id: derived(u16be) }).where(($) => [$.id.is(id)]);
export const Sections = struct('Sections', {
  sections: list(
    struct('Section', {
      mark: literal(u8, 0x04),
      id: u16be,
      payload: bytes(
        until(struct('Close', { footer: Footer, next: firstOf({ next: Next, end: atEnd }) }), Footer),
      ),
      footer: derived(Footer),
    }).where(($) => [$.payload.with(id.of($.id)), $.footer.with(id.of($.id))]),
    toEnd,
  ),
});

/** A recursive struct, through lists and optionals. */
export const Tree: Node<Tree> = struct('Tree', {
  label: u8,
  get children(): Node<Tree[]> {
    return list(Tree, prefix(u8));
  },
  more: bool,
  get next(): Node<Tree | undefined> {
    return optional(Tree);
  },
}).where(($) => [$.next.presentWhen($.more)]);
export interface Tree {
  label: number;
  children: Tree[];
  more: boolean;
  next: Tree | undefined;
}

const width = parameter('width', u8);

/** Sizes and conditions that come from above. */
export const Parameters = struct('Parameters', {
  width: u8,
  rows: list(struct('Row', { cells: bytes(width), extra: optional(u16be, width.ge(3)) }), prefix(u8)),
}).where(($) => [$.rows.with(width.of($.width))]);

/** Regions with their own sizes. */
export const Regions = struct('Regions', {
  header: sized(12, struct('Header', { name: string(prefix(u8)), rest: bytes(toEnd), crc: u16be })),
  numbers: sized(prefix(u8), list(u32le, toEnd)),
  length: derived(u16be),
  entries: list(struct('Entry', { key: string(prefix(u8), 'ascii'), value: u8 }), toEnd),
  end: atEnd,
}).where(($) => [$.length.is(byteLength($.entries))]);

/** Checks: bounds, patterns, and fields that must agree. */
export const Checked = struct('Checked', {
  low: u8,
  high: u8,
  wide: u64be,
  code: string(3, 'ascii'),
  name: string(prefix(u8), 'ascii'),
}).where(($) => [
  check($.low.lt(10).and($.low.ge(2)), 'a low number'),
  check($.high.gt($.low), 'in order'),
  check($.wide.le(0x1_0000_0000n), 'a number of 33 bits'),
  check($.code.matches(/^[A-Z]+$/), 'capitals'),
  check($.name.startsWith('x-'), 'a name with a prefix'),
]);

/** Text and bytes that end with a terminator or padding. */
export const Endings = struct('Endings', {
  name: string(cstring, 'latin1'),
  line: string(terminated('0d0a')),
  wide: string(cstring, 'utf-16be'),
  blob: bytes(terminated('0100')),
  padded: string(padded(6, 0x20), 'utf-8'),
  wideName: string(padded(8), 'utf-16le'),
  some: bytes(padded(3, 1)),
  unused: reserved(2),
  gap: padding(3, 0xff),
  size: u8,
  slot: struct('Slot', {
    label: string(padded(width), 'ascii'),
    unused: reserved(width),
    gap: padding(width),
  }),
}).where(($) => [$.slot.with(width.of($.size))]);

/** Lists that end with a certain element, or continue as long as a node parses ahead. */
export const ListEndings = struct('ListEndings', {
  items: list(
    struct('Last', { last: bool, value: u16be }),
    endsAfter(($) => $.last),
  ),
  numbers: list(
    u8,
    endsAfter((n) => n.ge(0x80)),
  ),
  options: list(
    struct('Option', { kind: u8, data: string(prefix(u8), 'latin1') }),
    whilePeek(struct('OptionHead', { kind: u8, size: u8 }), ($) => $.kind.eq(7)),
  ),
  end: literal(u8, 0),
});

/** A field at an offset, after an optional one. */
export const Placed = struct('Placed', {
  isLong: bool,
  offset: u8,
  more: optional(u32be),
  data: at(string(prefix(u8), 'ascii')),
}).where(($) => [$.more.presentWhen($.isLong), $.data.at($.offset)]);

/** All of them, by name. */
export const SCHEMAS: Readonly<Record<string, Node<unknown>>> = {
  Numbers,
  Arrays,
  Texts,
  Blobs,
  Lengths,
  Optionals,
  Shapes,
  Packet,
  Chunk,
  Alternatives,
  LookAhead,
  Sections,
  Tree,
  Parameters,
  Regions,
  Checked,
  Endings,
  ListEndings,
  Placed,
};

import {
  endsAfter,
  firstOf,
  list,
  literal,
  parameter,
  prefix,
  string,
  struct,
  u16be,
  u8,
  whilePeek,
} from '@bytewright/schema-dsl';

const least = parameter('least', u8);

/** An element that says itself whether it is the last. */
export const DirectoryEntry = struct('DirectoryEntry', { last: u8, name: string(prefix(u8), 'ascii') });

/** Lists that end with an element of their own. */
export const Directory = struct('Directory', {
  entries: list(DirectoryEntry, endsAfter(($) => $.last.eq(1))),
  numbers: list(u16be, endsAfter((n) => n.ge(0x8000))),
  names: list(string(prefix(u8)), endsAfter((name) => name.startsWith('.'))),
});

/** What an option begins with. */
export const OptionHead = struct('OptionHead', { kind: u8, size: u8 });

/** One option. */
export const Option = struct('Option', { kind: u8, data: string(prefix(u8), 'latin1') });

/** Options as long as what is ahead looks like one. */
export const Options = struct('Options', {
  options: list(Option, whilePeek(OptionHead, ($) => $.kind.ge(least).and($.size.le(4)))),
});

/** Lists that go on as long as something is ahead. */
export const OptionPacket = struct('OptionPacket', {
  least: u8,
  marked: list(struct('MarkedItem', { mark: literal(u8, 5), value: u8 }), whilePeek(literal(u8, 5))),
  small: list(u8, whilePeek(u8, (n) => n.lt(0x10))),
  inner: Options,
  end: literal(u16be, 0xffff),
}).where(($) => [$.inner.with(least.of($.least))]);

/** The same where they are only tried. */
export const TriedLists = struct('TriedLists', {
  one: firstOf({
    entries: list(DirectoryEntry, endsAfter(($) => $.last.eq(1))),
    numbers: list(u16be, endsAfter((n) => n.eq(0x0200))),
    small: list(u8, whilePeek(u8, (n) => n.lt(0x10))),
  }),
  end: literal(u8, 0xff),
});

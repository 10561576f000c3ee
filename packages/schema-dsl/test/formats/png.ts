import {
  byteLength,
  bytes,
  check,
  crc32,
  cstring,
  derived,
  endsWith,
  enumeration,
  list,
  literal,
  span,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u32be,
  union,
} from '@bytewright/schema-dsl';

// An image of the PNG specification (third edition), with checks for its rules on numbers and keywords.

const Header = struct('Header', {
  width: u32be,
  height: u32be,
  bitDepth: u8,
  colorType: enumeration(u8, { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgba: 6 }),
  compression: literal(u8, 0),
  filter: literal(u8, 0),
  interlace: enumeration(u8, { none: 0, adam7: 1 }),
}).where(($) => [
  check($.width.ge(1).and($.width.lt(2 ** 31)), 'a width of 1 to 2^31 - 1'),
  check($.height.ge(1).and($.height.lt(2 ** 31)), 'a height of 1 to 2^31 - 1'),
  check(
    $.bitDepth.eq(8).or($.bitDepth.eq(16).and($.colorType.ne('palette'))),
    'a depth of 8 bits, or 16 without a palette',
  ),
]);

const Text = struct('Text', { keyword: string(cstring, 'latin1'), text: string(toEnd, 'latin1') }).where(
  ($) => [check($.keyword.matches(/^[!-~]{1,79}$/), 'a keyword')],
);

const Time = struct('Time', { year: u16be, month: u8, day: u8, hour: u8, minute: u8, second: u8 }).where(
  ($) => [
    check($.month.ge(1).and($.month.le(12)), 'a month'),
    check($.day.ge(1).and($.day.le(31)), 'a day'),
    check($.hour.le(23).and($.minute.le(59)).and($.second.le(60)), 'a time'),
  ],
);

const Chunk = struct('Chunk', {
  length: derived(u32be),
  type: derived(string(4, 'ascii')),
  body: union(
    {
      IHDR: Header,
      PLTE: list(struct('Color', { red: u8, green: u8, blue: u8 }), toEnd),
      IDAT: bytes(),
      gAMA: u32be,
      tEXt: Text,
      tIME: Time,
    },
    { value: 'data', otherwise: bytes(), rawTag: 'name' },
  ),
  crc: derived(u32be),
})
  .where(($) => [
    $.length.is(byteLength($.body)),
    $.type.is(tagOf($.body)),
    $.crc.is(crc32(span($.type, $.body))),
  ])
  .flat('body');

const End = struct('End', {
  length: literal(u32be, 0),
  type: literal(string(4, 'ascii'), 'IEND'),
  crc: literal(u32be, 0xae426082),
});

export const Png = struct('Png', {
  signature: literal(bytes(8), '89504e470d0a1a0a'),
  chunks: list(Chunk, endsWith(End)),
});

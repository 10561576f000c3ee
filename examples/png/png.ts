import {
  byteLength,
  bytes,
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

/** IHDR, always the first chunk (PNG specification, 11.2.2). */
export const ImageHeader = struct('ImageHeader', {
  width: u32be,
  height: u32be,
  bitDepth: u8,
  colorType: enumeration(u8, { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgba: 6 }),
  compression: literal(u8, 0),
  filter: literal(u8, 0),
  interlace: enumeration(u8, { none: 0, adam7: 1 }),
});

const Color = struct('Color', { red: u8, green: u8, blue: u8 });

/** tEXt: a keyword and a text, both Latin-1 (11.3.3.3). */
const Text = struct('Text', { keyword: string(cstring, 'latin1'), text: string(toEnd, 'latin1') });

/** tIME: when the image was last changed, in UTC (11.3.5.1). */
const LastChange = struct('LastChange', {
  year: u16be,
  month: u8,
  day: u8,
  hour: u8,
  minute: u8,
  second: u8,
});

/** A chunk: the CRC covers its type and its data, not its length (5.3). Unknown chunks are kept verbatim. */
const Chunk = struct('Chunk', {
  length: derived(u32be),
  type: derived(string(4, 'ascii')),
  body: union(
    { IHDR: ImageHeader, PLTE: list(Color, toEnd), IDAT: bytes(), gAMA: u32be, tEXt: Text, tIME: LastChange },
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

/** IEND, always the last chunk, never with data (11.2.5). */
const ImageEnd = struct('ImageEnd', {
  length: literal(u32be, 0),
  type: literal(string(4, 'ascii'), 'IEND'),
  crc: literal(u32be, 0xae426082),
});

/** A PNG file: the signature (5.2), then chunks up to IEND. */
export const Png = struct('Png', {
  signature: literal(bytes(8), '89504e470d0a1a0a'),
  chunks: list(Chunk, endsWith(ImageEnd)),
});

import {
  asNumber,
  bit,
  bits,
  literal,
  msb0,
  optional,
  prefix,
  string,
  struct,
  u8,
  u16be,
  u32be,
  u64be,
  ubits,
} from '@bytewright/schema-dsl';

/**
 * The word at the start of every piece of a `ram` section: an address whose low bits, which are zero as pages are aligned, are
 * used for flags.
 *
 * Source: QEMU migration/ram.c, `RAM_SAVE_FLAG_*`.
 */
export const RamWord = bits(
  'RamWord',
  u64be,
  {
    kibibytes: ubits(54).doc('The address in its block, or a size, in units of 1024 bytes.'),
    multifdFlush: bit.doc('0x200: a mark without content.'),
    zlib: bit.doc('0x100: a page that is compressed; until QEMU 9.0.'),
    hook: bit.doc('0x80: RDMA.'),
    delta: bit.doc('0x40: what changed in a page (XBZRLE).'),
    same: bit.doc('0x20: the block is that of the page before.'),
    end: bit.doc('0x10: the end of the section.'),
    page: bit.doc('0x08: a page as it is.'),
    sizes: bit.doc('0x04: a list of the blocks, whose sizes add up to the address.'),
    filled: bit.doc('0x02: a page that is filled with one byte.'),
    full: bit.doc('0x01: obsolete since 2009.'),
  },
  msb0,
)
  .source('QEMU migration/ram.c, RAM_SAVE_FLAG_*')
  .doc('An address and flags.');

/** The header of the changes in a page. Source: QEMU migration/ram.c, `save_xbzrle_page`. */
const ChangedPage = struct('ChangedPage', { encoding: u8, length: u16be });

/**
 * The header of a piece of a `ram` section: everything before the bytes of a page. It is followed by a whole page (`page`), by
 * as many bytes as the length gives (`changed`, `compressed`), or by none.
 *
 * `0000000000000008 06 70632e72616d` precedes page 0 of `pc.ram`, `0000000000001022 00` is page 1, all zeros.
 * Source: QEMU migration/ram.c, `save_page_header`.
 */
export const RamPiece = struct('RamPiece', {
  word: RamWord,
  block: optional(string(prefix(u8), 'latin1')).doc('The block, unless it is that of the page before.'),
  fill: optional(u8).doc('What a page is filled with.'),
  changed: optional(ChangedPage),
  compressed: optional(u32be).doc('Bytes of a compressed page.'),
})
  .where(($) => [
    $.block.presentWhen(
      $.word.$.same.not().and($.word.$.page.or($.word.$.filled).or($.word.$.delta).or($.word.$.zlib)),
    ),
    $.fill.presentWhen($.word.$.filled),
    $.changed.presentWhen($.word.$.delta),
    $.compressed.presentWhen($.word.$.zlib),
  ])
  .source('QEMU migration/ram.c, save_page_header')
  .doc('What stands in front of the bytes of a page.');

/**
 * A block of memory, in the list at the start of `ram`.
 *
 * `06 70632e72616d 0000000001000000`: `pc.ram`, 16 MiB. Source: QEMU migration/ram.c, `ram_save_setup`.
 */
export const RamBlock = struct('RamBlock', { name: string(prefix(u8), 'latin1'), size: u64be })
  .source('QEMU migration/ram.c, ram_save_setup')
  .doc('A block of memory.');

/**
 * The location of a block's pages in the file; it follows the block in the list if the stream stores memory elsewhere
 * (`mapped-ram`, since QEMU 9.0). The list continues after the pages.
 *
 * Source: QEMU migration/ram.c, `mapped_ram_setup_ramblock`.
 */
export const MappedBlock = struct('MappedBlock', {
  version: literal(u32be, 1),
  pageSize: u64be,
  bitmapOffset: asNumber(u64be),
  pagesOffset: asNumber(u64be).doc('0 for a block that is not saved.'),
})
  .source('QEMU migration/ram.c, mapped_ram_setup_ramblock')
  .doc("Where a block's pages are in the file.");

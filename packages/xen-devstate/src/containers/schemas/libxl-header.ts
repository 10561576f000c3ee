import { check, flags, literal, struct, u32be, u64be } from '@bytewright/schema-dsl';

/**
 * The header of a libxl stream of version 2. It is big-endian; the byte order of the records after it is given by bit 0 of the
 * options, and is little-endian on every existing host.
 *
 * `4c6962786c466d74 00000002 00000000`. Source: Xen docs/specs/libxl-migration-stream.pandoc, Header.
 */
export const LibxlHeader = struct('LibxlHeader', {
  ident: literal(u64be, 0x4c6962786c466d74n).doc('"LibxlFmt"'),
  version: literal(u32be, 2),
  options: flags(u32be, { bigEndian: 0, converted: 1 }).doc(
    'The byte order of the records, and whether the stream was converted from a legacy one.',
  ),
})
  .where(($) => [check($.options.$.bigEndian.not(), 'records in little-endian byte order')])
  .source('Xen docs/specs/libxl-migration-stream.pandoc, Header')
  .doc('The header of a libxl stream.');

import { align, byteLength, bytes, derived, struct, u32le } from '@bytewright/schema-dsl';

/** The type of the last record in a libxc stream. */
export const LIBXC_END = 0;

/** The header of a libxc record: its type, and the length of its body before padding to a multiple of 8. */
export const LibxcRecordHeader = struct('LibxcRecordHeader', {
  type: u32le,
  length: u32le.doc('Bytes of the body, without the padding.'),
}).source('Xen docs/specs/libxc-migration-stream.pandoc, Records');

/**
 * A record of a libxc stream, with its body as bytes: memory pages, processor state, and so on.
 *
 * Source: Xen docs/specs/libxc-migration-stream.pandoc, Records.
 */
export const LibxcRecord = struct('LibxcRecord', {
  type: u32le.doc('0: END, 1: PAGE_DATA, 9: HVM_CONTEXT, …'),
  length: derived(u32le),
  body: bytes(),
  padding: align(8, { keep: true }),
})
  .where(($) => [$.length.is(byteLength($.body))])
  .source('Xen docs/specs/libxc-migration-stream.pandoc, Records')
  .doc('A record of a libxc stream.');

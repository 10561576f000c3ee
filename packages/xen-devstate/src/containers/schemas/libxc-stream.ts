import { endsAfter, list, struct } from '@bytewright/schema-dsl';
import { LibxcHeader } from './libxc-header.js';
import { LIBXC_END, LibxcRecord } from './libxc-record.js';

/** A libxc stream: headers, and records up to the one of type END. It has no length. */
export const LibxcStream = struct('LibxcStream', {
  header: LibxcHeader,
  records: list(
    LibxcRecord,
    endsAfter(($) => $.type.eq(LIBXC_END)),
  ),
})
  .source('Xen docs/specs/libxc-migration-stream.pandoc')
  .doc('What libxc knows of a domain: its memory, and the state of its processors.');

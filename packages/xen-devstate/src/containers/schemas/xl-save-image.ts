import { bytes, endsAfter, list, struct, toEnd } from '@bytewright/schema-dsl';
import { LibxlHeader } from './libxl-header.js';
import { LibxlRecord } from './libxl-record.js';
import { LIBXL_RECORD } from './libxl-record-types.js';
import { XlSaveHeader } from './xl-save-header.js';

/** A libxl stream: a header, and records up to the one of type END. */
export const LibxlStream = struct('LibxlStream', {
  header: LibxlHeader,
  records: list(
    LibxlRecord,
    endsAfter(($) => $.type.eq(LIBXL_RECORD.end)),
  ),
})
  .source('Xen docs/specs/libxl-migration-stream.pandoc')
  .doc('What libxl knows of a domain.');

/**
 * A complete image written by `xl save`, in memory. `findDeviceState` finds the device state in one without loading it, with
 * the same headers.
 */
export const XlSaveImage = struct('XlSaveImage', {
  header: XlSaveHeader,
  stream: LibxlStream,
  trailing: bytes(toEnd),
}).doc('An image that xl save wrote.');

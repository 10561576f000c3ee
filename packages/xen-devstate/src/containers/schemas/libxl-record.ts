import {
  align,
  byteLength,
  bytes,
  derived,
  on,
  optional,
  struct,
  toEnd,
  u32le,
  union,
} from '@bytewright/schema-dsl';
import { EmulatorContext } from './emulator-context.js';
import { LibxcStream } from './libxc-stream.js';
import { LIBXL_RECORD } from './libxl-record-types.js';

/** The header of a libxl record: its type, and the length of its body before padding to a multiple of 8. */
export const LibxlRecordHeader = struct('LibxlRecordHeader', {
  type: u32le,
  length: u32le.doc('Bytes of the body, without the padding.'),
}).source('Xen docs/specs/libxl-migration-stream.pandoc, Record');

/**
 * A record of a libxl stream. A record of type LIBXC_CONTEXT is empty and followed by a libxc stream, whose length is not in
 * the record.
 *
 * Source: Xen docs/specs/libxl-migration-stream.pandoc, Records.
 */
export const LibxlRecord = struct('LibxlRecord', {
  type: u32le.doc('What the record is; those from 0x80000000 on may be skipped.'),
  length: derived(u32le),
  body: union(
    { emulatorContext: on(LIBXL_RECORD.emulatorContext, EmulatorContext) },
    { otherwise: bytes(toEnd), raw: 'data' },
  ),
  padding: align(8, { keep: true }),
  libxc: optional(LibxcStream),
})
  .where(($) => [
    $.length.is(byteLength($.body)),
    $.body.tag($.type),
    $.libxc.presentWhen($.type.eq(LIBXL_RECORD.libxcContext)),
  ])
  .source('Xen docs/specs/libxl-migration-stream.pandoc, Record')
  .doc('A record of a libxl stream, and the libxc stream behind it if it announces one.');

import { readXenopsdSignature } from '../generated/containers/xenopsd-image.js';
import { readXenopsdRecordHeader } from '../generated/containers/xenopsd-record.js';
import type { Cursor } from './cursor.js';
import type { RecordedDeviceState } from './found-device-state.js';
import { XENOPSD_RECORD } from './schemas/xenopsd-record.js';
import { startsLikeDeviceState } from './starts-like-device-state.js';
import { walkLibxcStream } from './walk-libxc-stream.js';

/**
 * Finds the device state in a suspend image of xenopsd: the record of a QEMU. The libxc stream before it is skipped.
 *
 * @throws DecodeError if the image is damaged, has no device state, or contains a legacy libxc stream, whose length is unknown
 */
export function walkXenopsdImage(cursor: Cursor): RecordedDeviceState {
  cursor.read(readXenopsdSignature, 'signature');
  for (let index = 0; ; index++) {
    const path = `records[${index}]`;
    const record = cursor.offset;
    const { type, length } = cursor.read(readXenopsdRecordHeader, path);
    if (length < 0)
      throw cursor.failure('invalid-value', `${path}.length`, 'a size', String(length), record + 8);
    const offset = cursor.offset;
    if (type === XENOPSD_RECORD.libxcLegacy)
      throw cursor.failure(
        'unknown-tag',
        `${path}.type`,
        'a libxc stream of version 2 or 3',
        'a legacy libxc stream, whose length is unknown',
        record,
      );
    cursor.skip(length, `${path}.body`);
    if (type === XENOPSD_RECORD.libxc) walkLibxcStream(cursor, `${path}.libxc`);
    if (type === XENOPSD_RECORD.qemu || type === XENOPSD_RECORD.qemuTraditional) {
      if (startsLikeDeviceState(cursor.source, { offset, length }))
        return { kind: 'xenopsd', record, offset, length };
    }
    if (type === XENOPSD_RECORD.end)
      throw cursor.failure(
        'no-boundary',
        path,
        'a record with a device state',
        'the end of the image',
        record,
      );
  }
}

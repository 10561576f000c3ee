import { readEmulatorContextHeader } from '../generated/containers/emulator-context.js';
import { readLibxlHeader } from '../generated/containers/libxl-header.js';
import { readLibxlRecordHeader } from '../generated/containers/libxl-record.js';
import type { Cursor } from './cursor.js';
import type { RecordedDeviceState } from './found-device-state.js';
import { LIBXL_RECORD } from './schemas/libxl-record-types.js';
import { startsLikeDeviceState } from './starts-like-device-state.js';
import { paddingOf, walkLibxcStream } from './walk-libxc-stream.js';

/**
 * Finds the device state in a libxl stream: the first EMULATOR_CONTEXT that begins like one. The libxc stream before it is
 * skipped.
 *
 * @param cursor - at the start of the stream
 * @throws DecodeError if the stream is damaged, or has no device state, such as that of a PV domain
 */
export function walkLibxlStream(cursor: Cursor, kind: 'xl-save' | 'libxl'): RecordedDeviceState {
  cursor.read(readLibxlHeader, 'stream.header');
  for (let index = 0; ; index++) {
    const path = `stream.records[${index}]`;
    const record = cursor.offset;
    const { type, length } = cursor.read(readLibxlRecordHeader, path);
    const body = cursor.offset;
    cursor.skip(length, `${path}.body`);
    if (type === LIBXL_RECORD.emulatorContext) {
      cursor.offset = body;
      cursor.read(readEmulatorContextHeader, `${path}.body`, length);
      const found = { kind, record, offset: cursor.offset, length: body + length - cursor.offset };
      if (startsLikeDeviceState(cursor.source, found)) return found;
      cursor.offset = body + length;
    }
    cursor.skip(paddingOf(length), `${path}.padding`);
    if (type === LIBXL_RECORD.libxcContext) walkLibxcStream(cursor, `${path}.libxc`);
    if (type === LIBXL_RECORD.end)
      throw cursor.failure(
        'no-boundary',
        path,
        'an EMULATOR_CONTEXT with a device state',
        'the end of the stream',
        record,
      );
  }
}

import { joinBytes } from '@bytewright/runtime/codec';
import type { ByteSource } from './byte-source.js';
import type { FoundDeviceState } from './found-device-state.js';

const HEADER = Uint8Array.of(0x51, 0x45, 0x56, 0x4d, 0, 0, 0, 3);
const END_OF_FILE = Uint8Array.of(0);

/**
 * Extracts the device state found in a file, in the form that `decodeDeviceState` accepts. For a migration stream, these are
 * the sections of devices, between a header and a zero byte.
 *
 * @throws errors of the file system if the source is a file
 */
export function extractDeviceState(source: ByteSource, found: FoundDeviceState): Uint8Array {
  if (found.kind !== 'migration') return source.read(found.offset, found.length).slice();
  const sections = found.migration.sections.map(({ offset, length }) => source.read(offset, length));
  return joinBytes(HEADER, ...sections, END_OF_FILE);
}

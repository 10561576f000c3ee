import { closeSync, openSync } from 'node:fs';
import { CommandError, EXIT, withReason } from '@bytewright/cli';
import { DocumentError } from '@bytewright/schema-dsl/inspect';
import type { ByteSource } from '../containers/byte-source.js';
import { bytesSource } from '../containers/byte-source.js';
import { findVmDescription } from '../containers/find-vm-description.js';
import { fileSource } from '../containers/input/file-source.js';
import { readInput } from '../containers/input/read-input.js';
import { startsLikeDeviceState } from '../containers/starts-like-device-state.js';
import { decodeUtf8 } from './decode-utf8.js';
import { nameOf } from './load.js';

/** No description is larger than this. */
const MOST_OF_A_FILE = 2 ** 24;

/**
 * The JSON in a file that describes device state: a VMDESCRIPTION or a dump, or the end of a migration stream, of which only
 * that part is read. The file may be gzip'd.
 *
 * @throws CommandError if the file cannot be read, or has no such JSON
 */
export async function describedJson(file: string, limit: number): Promise<string> {
  const cannotRead = `cannot read ${nameOf(file)}`;
  const start = await withReason(cannotRead, async () =>
    onDisk(file, (source) => source.read(0, Math.min(source.size, 2))),
  );
  if (start[0] !== 0x1f || start[1] !== 0x8b)
    return withReason(cannotRead, async () => onDisk(file, (source) => jsonIn(source, file)));
  const { bytes, error } = await withReason(cannotRead, () => readInput(file, { limit }));
  if (error !== undefined) throw new CommandError(`${nameOf(file)}: ${error.message}`, EXIT.no);
  return jsonIn(bytesSource(bytes), file);
}

function jsonIn(source: ByteSource, file: string): string {
  const found = findVmDescription(source);
  if (found !== undefined) return textOf(source.read(found.offset, found.length), file);
  if (startsLikeDeviceState(source, { offset: 0, length: source.size }))
    throw new CommandError(
      `${nameOf(file)}: no VMDESCRIPTION at its end: expected a migration stream, found a device state`,
      EXIT.no,
    );
  if (source.size > MOST_OF_A_FILE)
    throw new CommandError(`${nameOf(file)}: more than ${MOST_OF_A_FILE} bytes of JSON`, EXIT.no);
  return textOf(source.read(0, source.size), file);
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (error instanceof DocumentError) throw new CommandError(`${nameOf(file)}: ${error.message}`, EXIT.no);
    throw error;
  }
}

function onDisk<T>(file: string, use: (source: ByteSource) => T): T {
  const descriptor = openSync(file, 'r');
  try {
    return use(fileSource(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

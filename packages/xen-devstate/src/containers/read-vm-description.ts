import type { Description } from '../vmdescription/described.js';
import { readDescription } from '../vmdescription/read-description.js';
import type { ByteSource } from './byte-source.js';
import { findVmDescription } from './find-vm-description.js';

/** No description is larger than this: that of a large machine is some hundred thousand bytes. */
const MOST_OF_A_DESCRIPTION = 2 ** 24;

/**
 * Reads the VMDESCRIPTION at the end of a migration stream, or the JSON of one.
 *
 * @returns `undefined` if it is neither, judging by its first and last bytes
 * @throws DocumentError for JSON of another form
 */
export function readVmDescription(source: ByteSource): Description | undefined {
  const found = findVmDescription(source);
  if (found !== undefined) return readDescription(textOf(source.read(found.offset, found.length)));
  const start = textOf(source.read(0, Math.min(source.size, 64)));
  if (source.size > MOST_OF_A_DESCRIPTION || !/^\s*\{/.test(start)) return undefined;
  return readDescription(textOf(source.read(0, source.size)));
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

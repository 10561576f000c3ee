import type { Description } from '../vmdescription/described.js';
import { readDescription } from '../vmdescription/read-description.js';
import type { ByteSource } from './byte-source.js';
import { findVmDescription } from './find-vm-description.js';

/** More than a description is made of: that of a large machine has some hundred thousand bytes. */
const MOST_OF_A_DESCRIPTION = 2 ** 24;

/**
 * What the VMDESCRIPTION at the end of a migration stream says, or the JSON of one by itself.
 *
 * @returns `undefined` for what is neither, by its first bytes and its last ones
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

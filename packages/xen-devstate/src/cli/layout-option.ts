import { closeSync, openSync } from 'node:fs';
import type { Arguments, Option } from '@bytewright/cli';
import { CommandError, EXIT, withReason } from '@bytewright/cli';
import { isDecodeError } from '@bytewright/runtime';
import { DocumentError } from '@bytewright/schema-dsl/inspect';
import { bytesSource } from '../containers/byte-source.js';
import { fileSource } from '../containers/input/file-source.js';
import { readInput } from '../containers/input/read-input.js';
import { readLayout } from '../containers/read-layout.js';
import type { Layout } from '../vmdescription/layout.js';
import { limitOf } from './limit-option.js';
import { nameOf } from './load.js';

/** Names a file that describes the payloads. */
export const LAYOUT_OPTION: Option = {
  name: 'layout',
  value: 'OTHER',
  help: "decode payloads as described by OTHER: a migration stream of the same machine, or the VMDESCRIPTION (JSON) at the end of one; may be gzip'd; any architecture",
};

/**
 * The layout given on the command line. A stream on disk is not read in full.
 *
 * @returns `undefined` if none is given
 * @throws CommandError if it cannot be read, or is not a layout
 */
export async function layoutOf(args: Arguments): Promise<Layout | undefined> {
  const file = args.get('layout');
  if (file === undefined) return undefined;
  const cannotRead = `cannot read ${nameOf(file)}`;
  try {
    const isPacked = await withReason(cannotRead, async () => startsLikeGzip(file));
    if (!isPacked) return await withReason(cannotRead, async () => readFromDisk(file));
    const { bytes, error } = await withReason(cannotRead, () => readInput(file, { limit: limitOf(args) }));
    if (error !== undefined) throw error;
    return readLayout(bytesSource(bytes));
  } catch (error) {
    if (isDecodeError(error) || error instanceof DocumentError)
      throw new CommandError(`${nameOf(file)} is not a layout: ${error.message}`, EXIT.usage);
    throw error;
  }
}

function readFromDisk(file: string): Layout {
  const descriptor = openSync(file, 'r');
  try {
    return readLayout(fileSource(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

function startsLikeGzip(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const source = fileSource(descriptor);
    const [first, second] = source.read(0, Math.min(source.size, 2));
    return first === 0x1f && second === 0x8b;
  } finally {
    closeSync(descriptor);
  }
}

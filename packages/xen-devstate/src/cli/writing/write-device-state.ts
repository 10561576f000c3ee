import { realpath } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { CommandError, EXIT } from '@bytewright/cli';
import { isEncodeError } from '@bytewright/runtime';
import type { Container } from '../../containers/input/unwrap.js';
import type { OpenOptions } from '../../open/open-options.js';
import { loadDeviceState, STANDARD_STREAM } from '../load.js';
import type { Session } from '../session.js';
import { requireSameState, requireVerified } from './require-verified.js';
import { writeFile } from './write-file.js';

/** How a device state is written back. */
export interface WriteOptions {
  /** The file that was read, or `-`. */
  readonly file: string;
  /** The file to write; `undefined` for stdout. */
  readonly output: string | undefined;
  readonly isPacked: boolean;
  /** The container it was found in, which is written with it. */
  readonly container: Container | undefined;
  /** How it is decoded again before it is written. */
  readonly options: OpenOptions;
  /** The maximum number of bytes to read. */
  readonly limit: number;
}

/**
 * Writes a device state in place of the one that was read, inside its container if it was in one, and only if
 * `devstate verify` would pass it.
 *
 * @throws CommandError if it would not, if the container cannot hold the state, or if it cannot be written
 */
export async function writeDeviceState(
  bytes: Uint8Array,
  { file, output, isPacked, container, options: openOptions, limit }: WriteOptions,
  { out, host }: Session,
): Promise<void> {
  await requireVerified(bytes, openOptions);
  const options = { files: host.files, madeFrom: file === STANDARD_STREAM ? undefined : file };
  if (container !== undefined) {
    if (output === undefined)
      throw new CommandError('-o must name a file for a saved image or a migration stream');
    const check = async (path: string): Promise<void> =>
      requireSameState(await loadDeviceState(path, limit, host), bytes);
    try {
      await container.replace(bytes, (pieces) =>
        writeFile(output, isPacked ? gzipSync(Buffer.concat([...pieces])) : pieces, { ...options, check }),
      );
    } catch (error) {
      if (!isEncodeError(error)) throw error;
      throw new CommandError(`the file cannot hold this device state: ${error.message}`, EXIT.no);
    }
    return;
  }
  const content = isPacked ? gzipSync(bytes) : bytes;
  if (output === undefined) await out.write(content);
  else await writeFile(output, content, options);
}

/** Whether two names refer to the same existing file. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  if (a === STANDARD_STREAM) return false;
  const [first, second] = await Promise.all([a, b].map((name) => realpath(name).catch(() => undefined)));
  return first !== undefined && first === second;
}

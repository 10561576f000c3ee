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

/** How a device state is written again. */
export interface WriteOptions {
  /** The file that was read, or `-`. */
  readonly file: string;
  /** Where to; `undefined` for stdout. */
  readonly output: string | undefined;
  readonly isPacked: boolean;
  /** What it was found in, which is written with it. */
  readonly container: Container | undefined;
  /** How it is read again before it is written. */
  readonly options: OpenOptions;
  /** Most bytes that are read. */
  readonly limit: number;
}

/**
 * Writes another device state in the place of the one that was read, in its container if it was in one: only one that
 * `devstate verify` passes.
 *
 * @throws CommandError for another one, where the container cannot hold it, and where it cannot be written
 */
export async function writeDeviceState(
  bytes: Uint8Array,
  { file, output, isPacked, container, options: openOptions, limit }: WriteOptions,
  { out, host }: Session,
): Promise<void> {
  await requireVerified(bytes, openOptions);
  const options = { files: host.files, madeFrom: file === STANDARD_STREAM ? undefined : file };
  if (container !== undefined) {
    if (output === undefined) throw new CommandError('-o takes a file for an image or a stream');
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

/** Whether two names lead to one file that is there. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  if (a === STANDARD_STREAM) return false;
  const [first, second] = await Promise.all([a, b].map((name) => realpath(name).catch(() => undefined)));
  return first !== undefined && first === second;
}

import { realpath } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Container } from '../../input/unwrap.js';
import { CommandError } from '../command-error.js';
import { STANDARD_STREAM } from '../load.js';
import type { Session } from '../session.js';
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
}

/** Writes another device state in the place of the one that was read, in its container if it was in one. */
export async function writeDeviceState(
  bytes: Uint8Array,
  { file, output, isPacked, container }: WriteOptions,
  { out, host }: Session,
): Promise<void> {
  const options = { files: host.files, madeFrom: file === STANDARD_STREAM ? undefined : file };
  if (container !== undefined) {
    if (output === undefined) throw new CommandError('-o takes a file for an image or a stream');
    await container.replace(bytes, (pieces) =>
      writeFile(output, isPacked ? gzipSync(Buffer.concat([...pieces])) : pieces, options),
    );
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

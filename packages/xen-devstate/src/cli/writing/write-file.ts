import type { Stats } from 'node:fs';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isatty } from 'node:tty';
import { CommandError, gather, isSystemError, printable, withReason } from '@bytewright/cli';
import type { FileCalls, OpenFile } from './file-calls.js';
import { NODE_FILES } from './file-calls.js';
import { removeLeftovers, temporaryNameFor } from './leftovers.js';

/** The content of a file to write: pieces of text, bytes, or pieces of bytes. */
export type Content = Iterable<string> | Uint8Array | Iterable<Uint8Array>;

/** How a file is written. */
export interface WriteFileOptions {
  /** The file that the content was made from: a new file is no more readable than this one. */
  readonly madeFrom?: string | undefined;
  readonly files?: FileCalls | undefined;
  /** Checks the temporary file before it is renamed. @throws if it must not be renamed */
  readonly check?: ((path: string) => Promise<void>) | undefined;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes a file completely or not at all: to a temporary file in the same folder, which is then renamed.
 * An existing file stays as it is until the new one is complete and on disk, so it can be the one that was read.
 * Its owner, group and permissions are kept; one with hard links is refused, since these would keep the old bytes.
 *
 * A device or a pipe is written to directly; bytes are refused for a terminal.
 *
 * @throws CommandError if that is not possible; no temporary file is left then
 */
export async function writeFile(
  path: string,
  content: Content,
  { madeFrom, files = NODE_FILES, check }: WriteFileOptions = {},
): Promise<void> {
  const name = printable(path);
  await withReason(`cannot write ${name}`, async () => {
    const existing = await statOrNothing(path, files);
    if (existing?.isDirectory()) throw new CommandError(`cannot write ${name}: it is a folder`);
    if (existing !== undefined && !existing.isFile()) return writeToDevice(path, content, files);
    if (existing !== undefined && existing.nlink > 1)
      throw new CommandError(
        `cannot write ${name}: the file has ${existing.nlink} names (hard links), and only this one would change; name another file with -o`,
      );
    // For a symbolic link, its target is replaced; the link stays.
    const target = existing === undefined ? path : await files.realpath(path);
    if (existing !== undefined) await files.requireWritable(target);
    await removeLeftovers(dirname(target), files);
    const mode = existing?.mode ?? (await newMode(madeFrom, files));
    await replace(
      target,
      content,
      async (file) => {
        if (existing !== undefined) await keepOwner(file, existing, name);
        await file.chmod(mode & 0o7777); // after the owner: changing that clears some bits
      },
      files,
      check,
    );
  });
}

/** The permissions of a new file: the usual ones, less those that its source does not have. */
async function newMode(madeFrom: string | undefined, files: FileCalls): Promise<number> {
  const usual = 0o666 & ~process.umask();
  const source = madeFrom === undefined ? undefined : await statOrNothing(madeFrom, files);
  return source?.isFile() ? usual & (source.mode | 0o200) : usual;
}

async function keepOwner(file: OpenFile, { uid, gid }: Stats, name: string): Promise<void> {
  const own = await file.stat();
  if (own.uid === uid && own.gid === gid) return;
  try {
    await file.chown(uid, gid);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EPERM') throw error;
    throw new CommandError(
      `cannot write ${name}: it belongs to user ${uid} and group ${gid}, and the new file would not; name another file with -o`,
    );
  }
}

async function replace(
  target: string,
  content: Content,
  prepare: (file: OpenFile) => Promise<void>,
  files: FileCalls,
  check: WriteFileOptions['check'],
): Promise<void> {
  const temporary = temporaryNameFor(target);
  const file = await files.create(temporary);
  const onSignal = (signal: NodeJS.Signals): void => {
    rmSync(temporary, { force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    try {
      await prepare(file);
      await writeAll(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await check?.(temporary);
    await files.rename(temporary, target);
  } catch (error) {
    await files.remove(temporary);
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
  await files.syncFolder(dirname(target));
}

async function writeToDevice(path: string, content: Content, files: FileCalls): Promise<void> {
  const file = await files.openDevice(path);
  try {
    if (content instanceof Uint8Array && isatty(file.fd)) throw new CommandError(NO_BINARY);
    await writeAll(file, content);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EPIPE') throw error; // a closed pipe is not an error here either
  } finally {
    await file.close();
  }
}

/** The error message for writing bytes to a terminal. */
export const NO_BINARY =
  'refusing to write bytes to a terminal: name a file with -o FILE, or redirect the output';

async function writeAll(file: OpenFile, content: Content): Promise<void> {
  if (content instanceof Uint8Array) await file.write(content);
  else for (const chunk of gather<string | Uint8Array>(content)) await file.write(chunk);
}

async function statOrNothing(path: string, files: FileCalls): Promise<Stats | undefined> {
  try {
    return await files.stat(path);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

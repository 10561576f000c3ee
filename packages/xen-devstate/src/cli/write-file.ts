import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { rmSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isatty } from 'node:tty';
import { CommandError } from './command-error.js';
import { gather } from './gather.js';
import { printable } from './printable.js';
import { isSystemError, withReason } from './system-error.js';

/** What is written to a file: pieces of text, bytes, or pieces of bytes. */
export type Content = Iterable<string> | Uint8Array | Iterable<Uint8Array>;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes a file as a whole or not at all: into a temporary file in the same folder, which then takes the name.
 * So a file that is already there stays as it is until the new one is complete, and can be what was read.
 *
 * A device or a pipe is written to where it is; bytes are refused for a terminal.
 *
 * @throws CommandError where that is not possible; nothing is left behind then
 */
export async function writeFile(path: string, content: Content): Promise<void> {
  const name = printable(path);
  await withReason(`cannot write ${name}`, async () => {
    const existing = await statOrNothing(path);
    if (existing?.isDirectory()) throw new CommandError(`cannot write ${name}: it is a folder`);
    if (existing !== undefined && !existing.isFile()) return writeInPlace(path, content);
    // Through a link, what it leads to is replaced; the link stays.
    const target = existing === undefined ? path : await realpath(path);
    if (existing !== undefined) await access(target, constants.W_OK);
    await replace(target, content, existing?.mode);
  });
}

async function replace(target: string, content: Content, mode: number | undefined): Promise<void> {
  const temporary = join(dirname(target), `.devstate-${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx');
  const onSignal = (signal: NodeJS.Signals): void => {
    rmSync(temporary, { force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    try {
      if (mode !== undefined) await file.chmod(mode & 0o7777);
      await writeAll(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

async function writeInPlace(path: string, content: Content): Promise<void> {
  const file = await open(path, 'w');
  try {
    if (content instanceof Uint8Array && isatty(file.fd)) throw new CommandError(NO_BINARY);
    await writeAll(file, content);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EPIPE') throw error; // a closed pipe is no error here either
  } finally {
    await file.close();
  }
}

/** What is said instead of writing bytes to a terminal. */
export const NO_BINARY =
  'bytes are not written to a terminal: name a file with -o FILE, or redirect the output';

async function writeAll(file: FileHandle, content: Content): Promise<void> {
  if (content instanceof Uint8Array) await file.writeFile(content);
  else for (const chunk of gather<string | Uint8Array>(content)) await file.writeFile(chunk);
}

async function statOrNothing(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

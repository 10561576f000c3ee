import type { Stats } from 'node:fs';
import { access, constants, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';

/** A file that is being written. */
export interface OpenFile {
  readonly fd: number;
  stat(): Promise<Stats>;
  chown(user: number, group: number): Promise<void>;
  chmod(mode: number): Promise<void>;
  write(content: string | Uint8Array): Promise<void>;
  /** Waits until everything written is on disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The system calls that writing a file makes, one method each: tests kill the process after any of them. */
export interface FileCalls {
  stat(path: string): Promise<Stats>;
  realpath(path: string): Promise<string>;
  /** @throws a system error if the file is not writable */
  requireWritable(path: string): Promise<void>;
  namesIn(folder: string): Promise<readonly string[]>;
  /** Creates a new file, accessible to its owner only. */
  create(path: string): Promise<OpenFile>;
  /** Opens something that is not a regular file: a device, a pipe. */
  openDevice(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Waits until the names in a folder are on disk, if the system supports that. */
  syncFolder(folder: string): Promise<void>;
}

/** The calls of Node. */
export const NODE_FILES: FileCalls = {
  stat: (path) => stat(path),
  realpath: (path) => realpath(path),
  requireWritable: (path) => access(path, constants.W_OK),
  namesIn: (folder) => readdir(folder),
  create: (path) => opened(path, 'wx'),
  openDevice: (path) => opened(path, 'w'),
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  async syncFolder(folder) {
    if (process.platform === 'win32') return; // cannot open folders
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

async function opened(path: string, flags: 'wx' | 'w'): Promise<OpenFile> {
  const handle = await open(path, flags, 0o600);
  return {
    fd: handle.fd,
    stat: () => handle.stat(),
    chown: (user, group) => handle.chown(user, group),
    chmod: (mode) => handle.chmod(mode),
    write: (content) => handle.writeFile(content),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

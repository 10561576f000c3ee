import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { FileCalls } from './file-calls.js';

const TEMPORARY = /^\.devstate-(\d+)-[0-9a-f]{12}\.tmp$/;

/** A temporary name next to a file, to write to before renaming. It includes the id of the writing process. */
export function temporaryNameFor(target: string): string {
  return join(dirname(target), `.devstate-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Removes temporary files from a folder that were left by processes killed while writing there. */
export async function removeLeftovers(folder: string, files: FileCalls): Promise<void> {
  for (const name of await files.namesIn(folder)) {
    const writer = TEMPORARY.exec(name)?.[1];
    if (writer !== undefined && !isRunning(Number(writer))) await files.remove(join(folder, name));
  }
}

function isRunning(id: number): boolean {
  if (id === process.pid) return true;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** Hash of a file's content; of none if it is not there. */
export function hashOfFile(path: string): string {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return '';
  }
}

/**
 * Hash of the names in a folder; of none if it is not there. What begins with a dot, and `node_modules`, is not looked at: tools keep their
 * own there.
 */
export function namesIn(folder: string): string {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
      .map((entry) => `${entry.isDirectory() ? '/' : ''}${entry.name}`);
    return hashOf(JSON.stringify(entries.sort()));
  } catch {
    return '';
  }
}

const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

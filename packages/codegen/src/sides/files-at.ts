import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from '../config-error.js';

/** Files as they are, or as they were at a revision. */
export interface Files {
  /** @throws ConfigError where there is no such file */
  readonly read: (path: string) => string;
}

/** Files below a folder as they are. */
export function filesIn(folder: string): Files {
  return {
    read: (path) => {
      try {
        return readFileSync(resolve(folder, path), 'utf8');
      } catch (error) {
        throw new ConfigError(
          `Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    },
  };
}

/** Files as they were at a git revision; paths are relative to the folder. */
export function filesAt(folder: string, revision: string): Files {
  return { read: (path) => git(folder, ['show', `${revision}:./${path.replace(/^\.\//, '')}`]) };
}

/** Most bytes that git may answer with: more than any schema is. */
const MOST = 1 << 28;

/**
 * What git says.
 *
 * @throws ConfigError with git's own words
 */
export function git(folder: string, args: readonly string[]): string {
  return gitBytes(folder, args).toString('utf8');
}

/** The same, as bytes. */
export function gitBytes(folder: string, args: readonly string[]): Buffer {
  try {
    return execFileSync('git', args, { cwd: folder, maxBuffer: MOST, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    const why = said === '' ? (error instanceof Error ? error.message : String(error)) : said;
    throw new ConfigError(`git ${args[0]}: ${why}`);
  }
}

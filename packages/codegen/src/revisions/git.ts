import { execFile } from 'node:child_process';
import { ConfigError } from '../faults/config-error.js';

/** Bytes that git may print at most: a snapshot, or the list of a repository's files. */
const MOST_OUTPUT = 1 << 28;

/** What git printed, and whether it was content. */
export interface GitResult {
  readonly isFine: boolean;
  readonly output: string;
  /** The first line of what it complained of. */
  readonly complaint: string;
}

/**
 * Runs git, without a shell.
 *
 * @param environment variables beside those that there are
 * @throws ConfigError where there is no git
 */
export function git(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<GitResult> {
  return new Promise((done, fail) => {
    execFile(
      'git',
      args,
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: MOST_OUTPUT,
        env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', ...environment },
      },
      (error, output, complaints) => {
        if (error?.code === 'ENOENT')
          fail(new ConfigError('A side at a revision is read by git, and there is no git on this machine'));
        else
          done({
            isFine: error === null,
            output,
            complaint: (complaints.trim().split('\n')[0] || error?.message) ?? '',
          });
      },
    );
  });
}

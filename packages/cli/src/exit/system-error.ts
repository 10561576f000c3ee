import { CommandError } from './command-error.js';
import { EXIT } from './exit-code.js';

const REASONS = new Map([
  ['EACCES', 'permission denied'],
  ['EEXIST', 'it already exists'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'too many links'],
  ['EMFILE', 'too many open files'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ENOENT', 'no such file or folder'],
  ['ENOSPC', 'no space left'],
  ['ENOTDIR', 'part of the path is not a folder'],
  ['EPERM', 'not permitted'],
  ['EROFS', 'read-only file system'],
]);

/**
 * Whether an error comes from the operating system: a missing file, a full disk.
 *
 * @example `isSystemError(error) && error.code === 'ENOENT'`
 */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** The reason of a system error, in a few words. @example for `ENOENT`: `no such file or folder` */
export function reasonOf(error: NodeJS.ErrnoException): string {
  return REASONS.get(error.code ?? '') ?? error.message;
}

/**
 * Runs a step, and converts a system error to one that says what could not be done.
 *
 * @throws CommandError with the exit code 2
 * @example `await withReason('cannot read guest.dev', () => readFile('guest.dev'))`
 */
export async function withReason<T>(what: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (isSystemError(error))
      throw new CommandError(`${what}: ${reasonOf(error)}`, EXIT.usage, { cause: error });
    throw error;
  }
}

import { CommandError } from './command-error.js';

/**
 * The error of a command line that does not match the command's synopsis. The runner also prints how to get help.
 *
 * @example `throw new UsageError('--json and --markdown cannot be combined')`
 */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
}

import { CommandError } from './command-error.js';

/**
 * A command line that does not follow the command's synopsis. The runner says beside the message where the help is.
 *
 * @example `throw new UsageError('give one of --json and --markdown')`
 */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
}

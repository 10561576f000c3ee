import type { ExitCode } from './exit-code.js';
import { EXIT } from './exit-code.js';

/**
 * The error of a command that cannot continue; the message is for its user. The runner prints it after the program's name, without
 * a stack trace.
 *
 * @example `throw new CommandError('cannot read guest.dev: no such file or folder')` exits with 2
 * @example `throw new CommandError('guest.dev is damaged', EXIT.no)` exits with 1
 */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT.usage, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

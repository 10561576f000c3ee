import type { Host } from '../command/host.js';
import type { Program } from '../command/program.js';
import type { Session } from '../command/session.js';
import { CommandError } from '../exit/command-error.js';
import type { ExitCode } from '../exit/exit-code.js';
import { UsageError } from '../exit/usage-error.js';
import { complain } from '../output/complain.js';

/**
 * Reports why a command failed.
 *
 * @param name the name to get help for: the program's, or the program's and the command's
 * @returns the exit code
 * @throws the error itself, if it is unexpected
 * @example for `new UsageError('FILE is missing')`: `devstate: FILE is missing`, and how to get help
 */
export async function explainFailure<H extends Host>(
  error: unknown,
  name: string,
  session: Session<H>,
  explain?: Program<H>['explain'],
): Promise<ExitCode> {
  if (error instanceof CommandError) {
    await complain(session, error.message);
    if (error instanceof UsageError) await session.err.line(`Try: ${name} --help`);
    return error.exitCode;
  }
  const code = await explain?.(error, session);
  if (code === undefined) throw error;
  return code;
}

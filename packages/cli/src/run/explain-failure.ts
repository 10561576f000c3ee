import type { Host } from '../command/host.js';
import type { Program } from '../command/program.js';
import type { Session } from '../command/session.js';
import { CommandError } from '../exit/command-error.js';
import type { ExitCode } from '../exit/exit-code.js';
import { UsageError } from '../exit/usage-error.js';
import { complain } from '../output/complain.js';

/**
 * Says why a command could not go on.
 *
 * @param name where the help is: that of the program, or with the command's behind it
 * @returns what to exit with
 * @throws the error itself, where nobody knows it
 * @example of `new UsageError('FILE is missing')`: `devstate: FILE is missing`, and where the help is
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

import type { Command } from '../command/command.js';
import type { Host } from '../command/host.js';
import type { Program } from '../command/program.js';
import { openSession } from '../command/session.js';
import type { ExitCode } from '../exit/exit-code.js';
import { callCommand } from './call-command.js';
import { explainFailure } from './explain-failure.js';

/**
 * Runs a program that consists of one command, with the arguments that follow its name. Errors are printed on stderr.
 *
 * @param call how it is called, for the help
 * @returns the exit code
 * @throws an error that is neither a {@link CommandError} nor explained by the program: a bug
 * @example `process.exitCode = await runLoneCommand(program, 'npm start --', tour, process.argv.slice(2), process)`
 */
export async function runLoneCommand<H extends Host>(
  program: Pick<Program<H>, 'name' | 'version' | 'explain'>,
  call: string,
  command: Command<H>,
  args: readonly string[],
  host: H,
): Promise<ExitCode> {
  try {
    return await callCommand(program, call, command, args, host);
  } catch (error) {
    return explainFailure(error, call, openSession(program.name, host), program.explain);
  }
}

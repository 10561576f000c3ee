import type { Host } from '../command/host.js';
import type { Program } from '../command/program.js';
import type { Session } from '../command/session.js';
import { openSession } from '../command/session.js';
import type { ExitCode } from '../exit/exit-code.js';
import { EXIT } from '../exit/exit-code.js';
import { overview } from '../help/overview.js';
import { chooseCommand } from '../parse/choose-command.js';
import { callCommand } from './call-command.js';
import { explainFailure } from './explain-failure.js';

/**
 * Runs a program with the arguments that follow its name. Errors are printed on stderr.
 *
 * @returns the exit code
 * @throws an error that is neither a {@link CommandError} nor explained by the program: a bug
 * @example
 * // Not process.exit(): output still on its way into a pipe would be lost.
 * process.exitCode = await runProgram(program, process.argv.slice(2), process);
 */
export async function runProgram<H extends Host>(
  program: Program<H>,
  args: readonly string[],
  host: H,
): Promise<ExitCode> {
  const session = openSession(program.name, host);
  const [word, ...rest] = args;
  if (word === '--version') return say(program.version(), session);
  if (word === '--help' || word === '-h') return say(overview(program), session);
  if (word === undefined) {
    await session.err.line(overview(program));
    return EXIT.usage;
  }
  let { name } = program;
  try {
    const entry = chooseCommand(word, program.commands);
    name += ` ${entry.name}`;
    return await callCommand(program, name, await entry.load(), rest, host);
  } catch (error) {
    return explainFailure(error, name, session, program.explain);
  }
}

async function say<H extends Host>(text: string, { out }: Session<H>): Promise<ExitCode> {
  await out.line(text);
  return EXIT.yes;
}

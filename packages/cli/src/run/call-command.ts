import type { Command } from '../command/command.js';
import { COMMON_OPTIONS } from '../command/common-options.js';
import type { Host } from '../command/host.js';
import type { Program } from '../command/program.js';
import { openSession } from '../command/session.js';
import type { ExitCode } from '../exit/exit-code.js';
import { EXIT } from '../exit/exit-code.js';
import { commandHelp } from '../help/command-help.js';
import { COLOR_MODES } from '../output/colors.js';
import { checkOperands } from '../parse/check-operands.js';
import { readOptions } from '../parse/read-options.js';

/**
 * Calls a command: parses its command line, and prints its help or the version if requested.
 *
 * @param name the names of the program and the command, for the help: `devstate list`
 * @throws UsageError for an invalid command line; any error of the command
 * @example `await callCommand(program, 'devstate list', list, ['guest.dev'], process)`
 */
export async function callCommand<H extends Host>(
  program: Pick<Program<H>, 'name' | 'version'>,
  name: string,
  command: Command<H>,
  args: readonly string[],
  host: H,
): Promise<ExitCode> {
  const given = readOptions(args, [...command.options, ...COMMON_OPTIONS]);
  const color = COLOR_MODES.find((mode) => mode === given.get('color'));
  const session = openSession(program.name, host, color);
  const asked = given.has('help')
    ? commandHelp(name, command)
    : given.has('version')
      ? program.version()
      : undefined;
  if (asked !== undefined) {
    await session.out.line(asked);
    return EXIT.yes;
  }
  checkOperands(given.operands, command.operands);
  try {
    return await command.run(given, session);
  } finally {
    await Promise.all([session.out.flush(), session.err.flush()]);
  }
}

import { parseArgs } from 'node:util';
import { ConfigError } from '../faults/config-error.js';
import { printFault } from '../faults/fault.js';
import { thrownFaults } from '../faults/thrown-faults.js';
import type { Command } from './command.js';
import { COMMANDS } from './commands.js';
import type { ExitCode } from './exit-codes.js';
import { EXIT } from './exit-codes.js';
import { overview } from './help.js';
import type { Host } from './host.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';

/**
 * Runs `bytewright` with the arguments that follow its name. What goes wrong is printed, never thrown.
 *
 * @returns the exit code
 */
export async function runCommand(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await dispatch(args, host);
  } catch (error) {
    return explainFailure(error, host);
  }
}

async function dispatch([name, ...rest]: readonly string[], host: Host): Promise<ExitCode> {
  if (name === '--help' || name === '-h') return say(overview(COMMANDS), host);
  if (name === '--version') return say(version(), host);
  const entry = COMMANDS.find((one) => one.name === name);
  if (entry === undefined) {
    const problem =
      name === undefined ? [] : [`Unknown ${name.startsWith('-') ? 'option' : 'command'}: ${name}`];
    return complain([...problem, overview(COMMANDS)].join('\n\n'), host);
  }
  const command = await entry.load();
  try {
    return await run(command, rest, host);
  } catch (error) {
    if (error instanceof UsageError) return complain(`${error.message}\n\n${command.help}`, host);
    throw error;
  }
}

async function run(command: Command, args: readonly string[], host: Host): Promise<ExitCode> {
  const { values, positionals } = parse(command, args);
  if (values.help === true) return say(command.help, host);
  return command.run({ ...host, options: values, operands: positionals });
}

function parse({ options }: Command, args: readonly string[]): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      throw new UsageError(error.message);
    throw error;
  }
}

function say(text: string, { stdout }: Host): ExitCode {
  stdout.write(`${text}\n`);
  return EXIT.fine;
}

function complain(text: string, { stderr }: Host): ExitCode {
  stderr.write(`${text}\n`);
  return EXIT.usage;
}

function explainFailure(error: unknown, { stderr }: Host): ExitCode {
  // a fault of a schema or a file is the user's to read; a stack would only hide it
  const faults = isExpected(error) ? thrownFaults(error) : [];
  for (const fault of faults) stderr.write(`${printFault(fault)}\n`);
  const files = new Set(faults.flatMap(({ file }) => file ?? []));
  if (files.size > 0)
    stderr.write(`${counted(faults.length, 'fault')} in ${counted(files.size, 'module')}\n`);
  if (faults.length === 0)
    stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.no;
}

/** Whether an error is of what the command was given: a schema, a configuration, or a file that cannot be read or written. */
function isExpected(error: unknown): boolean {
  return (
    error instanceof ConfigError ||
    (error instanceof Error && (error.name === 'SchemaError' || 'syscall' in error))
  );
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

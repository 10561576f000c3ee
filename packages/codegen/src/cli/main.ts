#!/usr/bin/env node
import { ConfigError } from '../config-error.js';
import type { Command, ExitCode } from './command.js';
import { EXIT, UsageError } from './command.js';
import { diffCommand } from './commands/diff.js';
import { generateCommand } from './commands/generate.js';
import { snapshotCommand } from './commands/snapshot.js';
import { helpOf } from './help.js';
import { version } from './version.js';

const COMMANDS: readonly Command[] = [generateCommand, snapshotCommand, diffCommand];

async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === '--help' || name === '-h') return say(helpOf(COMMANDS));
  if (name === '--version') return say(version());
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined)
    return complain(`${name === undefined ? '' : `Unknown command: ${name}\n\n`}${helpOf(COMMANDS)}`);
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  if (options.includes('--help') || options.includes('-h')) return say(command.help);
  try {
    return await command.run(args, process.cwd());
  } catch (error) {
    if (error instanceof UsageError || isArgumentError(error))
      return complain(`${error.message}\n\n${command.help}`);
    return explainFailure(error);
  }
}

function say(text: string): ExitCode {
  process.stdout.write(`${text}\n`);
  return EXIT.ok;
}

function complain(text: string): ExitCode {
  process.stderr.write(`${text}\n`);
  return EXIT.usage;
}

/** What Node says of options that it does not know. */
function isArgumentError(error: unknown): error is TypeError {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function explainFailure(error: unknown): ExitCode {
  // a schema's fault is the author's to read; a stack would only hide it
  const isExpected = error instanceof ConfigError || (error instanceof Error && error.name === 'SchemaError');
  process.stderr.write(
    `${isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return EXIT.failed;
}

process.exitCode = await main(process.argv.slice(2));

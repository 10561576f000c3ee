#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { ConfigError } from '../config-error.js';
import type { Command } from './command.js';
import { COMMANDS } from './commands.js';
import type { ExitCode } from './exit-codes.js';
import { EXIT } from './exit-codes.js';
import { overview } from './help.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';

async function main([name, ...rest]: readonly string[]): Promise<ExitCode> {
  if (name === '--help' || name === '-h') return say(overview(COMMANDS));
  if (name === '--version') return say(version());
  const entry = COMMANDS.find((one) => one.name === name);
  if (entry === undefined) {
    const problem =
      name === undefined ? [] : [`Unknown ${name.startsWith('-') ? 'option' : 'command'}: ${name}`];
    return complain([...problem, overview(COMMANDS)].join('\n\n'));
  }
  const command = await entry.load();
  try {
    return await run(command, rest);
  } catch (error) {
    if (error instanceof UsageError) return complain(`${error.message}\n\n${command.help}`);
    throw error;
  }
}

async function run(command: Command, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parse(command, args);
  if (values.help === true) return say(command.help);
  return command.run({ options: values, operands: positionals, folder: process.cwd() });
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

function say(text: string): ExitCode {
  process.stdout.write(`${text}\n`);
  return EXIT.fine;
}

function complain(text: string): ExitCode {
  process.stderr.write(`${text}\n`);
  return EXIT.usage;
}

function explainFailure(error: unknown): ExitCode {
  // a schema's fault is the author's to read; a stack would only hide it
  const isExpected = error instanceof ConfigError || (error instanceof Error && error.name === 'SchemaError');
  process.stderr.write(
    `${isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return EXIT.fault;
}

process.exitCode = await main(process.argv.slice(2)).catch(explainFailure);

#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { ConfigError } from '../config-error.js';
import { check } from './check.js';
import { generate } from './generate.js';
import { HELP } from './help.js';
import { version } from './version.js';
import { watch } from './watch.js';

/** Exit codes: fine, generated code is stale, wrong usage, the schemas or the configuration are at fault. */
const OK = 0;
const STALE = 1;
const USAGE = 2;
const FAILED = 3;

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      check: { type: 'boolean' },
      watch: { type: 'boolean' },
      config: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help) return say(HELP, OK);
  if (values.version) return say(version(), OK);
  if (command !== 'generate' || rest.length > 0)
    return complain(command === undefined ? HELP : `Unknown command: ${positionals.join(' ')}\n\n${HELP}`);
  if (values.check && values.watch) return complain('--check and --watch exclude each other');
  const folder = process.cwd();
  if (values.watch) return watch(folder, values.config);
  if (values.check) return (await check(folder, values.config)) ? OK : STALE;
  await generate(folder, values.config);
  return OK;
}

function say(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return USAGE;
}

function explainFailure(error: unknown): number {
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    return complain(`${error.message}\n\n${HELP}`);
  }
  // a schema's fault is the author's to read; a stack would only hide it
  const isExpected = error instanceof ConfigError || (error instanceof Error && error.name === 'SchemaError');
  process.stderr.write(
    `${isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return FAILED;
}

process.exitCode = await main(process.argv.slice(2)).catch(explainFailure);

import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { DEFAULT_SIZE_LIMIT } from '../containers/input/size-limit.js';
import { CommandError } from './command-error.js';
import { parseSize } from './parse-size.js';
import { printable } from './printable.js';

/** Options that a command may have; `help`, `version` and `limit` every one has. */
type Options = NonNullable<ParseArgsConfig['options']>;

/** Arguments as they were given. */
export interface Arguments {
  /** Where something else than the command itself is asked for. */
  readonly asks: 'help' | 'version' | undefined;
  readonly files: readonly string[];
  readonly limit: number;
  /** Whether a switch is on. */
  has(option: string): boolean;
  /** What an option was given. */
  get(option: string): string | undefined;
  /** All that an option was given which may be given several times. */
  all(option: string): readonly string[];
}

/**
 * Reads the arguments of a command.
 *
 * @throws CommandError for an option that the command does not have
 */
export function readArguments(args: readonly string[], options: Options): Arguments {
  const { values, positionals } = parse(args, {
    ...options,
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
    limit: { type: 'string' },
  });
  const get = (option: string): string | undefined => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  const has = (option: string): boolean => values[option] === true;
  const limit = get('limit');
  return {
    asks: has('help') ? 'help' : has('version') ? 'version' : undefined,
    files: positionals,
    limit: limit === undefined ? DEFAULT_SIZE_LIMIT : parseSize(limit),
    has,
    get,
    all: (option) => {
      const value = values[option];
      return Array.isArray(value) ? value.map(String) : [];
    },
  };
}

/** The one file that a command takes. @throws CommandError for none, or several */
export function onlyFile({ files }: Arguments): string {
  const [file, ...others] = files;
  if (file === undefined) throw new CommandError('FILE is missing');
  if (others.length > 0)
    throw new CommandError(`one FILE at a time, not also ${printable(others.join(' '))}`);
  return file;
}

/** Where the output goes; `undefined` for stdout. @throws CommandError for an empty name */
export function outputOf(args: Arguments): string | undefined {
  const output = args.get('output');
  if (output === '') throw new CommandError('-o takes the name of a file');
  return output === '-' ? undefined : output;
}

/** `node:util` says which option is wrong, in a sentence; the rest of what it says is about its own interface. */
function parse(
  args: readonly string[],
  options: Options,
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const isUsage =
      error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!isUsage) throw error;
    const [sentence = error.message] = error.message.split(/\.\s|\n/, 1);
    throw new CommandError(printable(sentence.charAt(0).toLowerCase() + sentence.slice(1)));
  }
}

import { CommanderError, Option as CommanderOption, Command as Parser } from 'commander';
import type { Arguments } from '../command/arguments.js';
import type { Option } from '../command/option.js';
import { UsageError } from '../exit/usage-error.js';
import { refuseOptionAsValue } from './refuse-option-as-value.js';
import { usageMessage } from './usage-message.js';

/**
 * Parses a command line. `--` ends the options; `--name=value` is the same as `--name value`, and `-ab` the same as `-a -b`.
 *
 * @throws UsageError for an unknown option, with a suggestion, and for an invalid value
 * @example `readOptions(['-o', 'x', 'a'], [{ name: 'output', short: 'o', value: 'OUT', help: '' }]).get('output')` is `x`
 */
export function readOptions(args: readonly string[], options: readonly Option[]): Arguments {
  refuseOptionAsValue(args, options);
  const parser = new Parser().exitOverride().configureOutput(SILENT).helpOption(false);
  parser.argument('[operands...]');
  const byName = new Map(options.map((option) => [option.name, commanderOption(option)]));
  for (const option of byName.values()) parser.addOption(option);
  try {
    parser.parse(args, { from: 'user' });
  } catch (error) {
    throw error instanceof CommanderError ? new UsageError(usageMessage(error)) : error;
  }
  const given = (name: string): unknown => {
    const option = byName.get(name);
    return option && parser.getOptionValue(option.attributeName());
  };
  return {
    operands: parser.args,
    operand: (at) => {
      const operand = parser.args[at];
      if (operand === undefined)
        throw new RangeError(`There is no operand ${at}: operands must be checked first`);
      return operand;
    },
    has: (name) => given(name) === !isNegated(name),
    get: (name) => {
      const value = given(name);
      return typeof value === 'string' ? value : undefined;
    },
    all: (name) => {
      const value = given(name);
      return Array.isArray(value) ? value.map(String) : [];
    },
  };
}

/** The runner prints the error. */
const SILENT = { writeOut() {}, writeErr() {}, outputError() {} };

/** Commander treats `--no-cache` as the opposite of `--cache`: it was given if that is false. */
const isNegated = (name: string): boolean => name.startsWith('no-');

function commanderOption({ name, short, value, repeats, choices }: Option): CommanderOption {
  const names = short === undefined ? `--${name}` : `-${short}, --${name}`;
  const option = new CommanderOption(value === undefined ? names : `${names} <${value}>`);
  if (choices !== undefined) option.choices(choices);
  if (repeats)
    option.argParser((one: string, before: readonly string[] | undefined) => [...(before ?? []), one]);
  return option;
}

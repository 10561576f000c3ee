import type { ParseArgsConfig } from 'node:util';
import type { ExitCode } from './exit-codes.js';
import type { Host } from './host.js';

/** Options of a command line, by name, as they are parsed. */
export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

/** What a command is given. */
export interface Call extends Host {
  readonly options: OptionValues;
  /** What is no option, without the command's name. */
  readonly operands: readonly string[];
}

/** One command of `bytewright`; commands.ts names it. */
export interface Command {
  /** What `bytewright NAME --help` prints. */
  readonly help: string;
  /** Its options beside --help, as `node:util` parses them. */
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /**
   * @throws UsageError for operands or options that do not go together
   * @throws ConfigError, SchemaError for a fault of what it works on
   */
  readonly run: (call: Call) => Promise<ExitCode>;
}

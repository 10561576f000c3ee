import type { ExitCode, ExitMeanings } from '../exit/exit-code.js';
import type { Command } from './command.js';
import type { Host } from './host.js';
import type { Session } from './session.js';

/**
 * A command, as listed in the overview.
 *
 * @example `{ name: 'list', synopsis: 'FILE', summary: 'list the sections of a file', load: async () => (await import('./list.js')).list }`
 */
export interface CommandEntry<H extends Host = Host> {
  readonly name: string;
  /** Its arguments, shown after the name. */
  readonly synopsis: string;
  /** A description on one line. */
  readonly summary: string;
  /** Loads the command. Its modules are loaded only if needed: `--version` does not wait for any of them. */
  readonly load: () => Promise<Command<H>>;
}

/**
 * A program with commands.
 *
 * @example `{ name: 'devstate', about: 'Reads device states.', version: () => '1.0.0', commands: [], exitCodes: { 0: 'success' } }`
 */
export interface Program<H extends Host = Host> {
  readonly name: string;
  /** The first paragraph of its help. */
  readonly about: string;
  readonly version: () => string;
  /** In the order of the overview. */
  readonly commands: readonly CommandEntry<H>[];
  /** Notes on all commands, shown below their list. */
  readonly notes?: string;
  readonly exitCodes: ExitMeanings;
  /** Reports an error that is not a {@link CommandError}. @returns the exit code; `undefined` if it is a bug in the program */
  readonly explain?: (error: unknown, session: Session<H>) => Promise<ExitCode | undefined>;
}

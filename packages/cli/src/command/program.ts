import type { ExitCode, ExitMeanings } from '../exit/exit-code.js';
import type { Command } from './command.js';
import type { Host } from './host.js';
import type { Session } from './session.js';

/**
 * A command as the overview lists it.
 *
 * @example `{ name: 'list', synopsis: 'FILE', summary: 'the sections of a file', load: async () => (await import('./list.js')).list }`
 */
export interface CommandEntry<H extends Host = Host> {
  readonly name: string;
  /** What stands behind the name there. */
  readonly synopsis: string;
  /** What it does, on one line. */
  readonly summary: string;
  /** Gives the command itself. Its modules are loaded only now: whoever asks for the version waits for none of them. */
  readonly load: () => Promise<Command<H>>;
}

/**
 * A program: a name with commands below it.
 *
 * @example `{ name: 'devstate', about: 'Reads device states.', version: () => '1.0.0', commands: [], exitCodes: { 0: 'yes' } }`
 */
export interface Program<H extends Host = Host> {
  readonly name: string;
  /** What it is for: the first paragraph of its help. */
  readonly about: string;
  readonly version: () => string;
  /** In the order of the overview. */
  readonly commands: readonly CommandEntry<H>[];
  /** What concerns all commands, below their list. */
  readonly notes?: string;
  readonly exitCodes: ExitMeanings;
  /** Tells of an error that is no {@link CommandError}. @returns the exit code; `undefined` where it is a fault of the program */
  readonly explain?: (error: unknown, session: Session<H>) => Promise<ExitCode | undefined>;
}

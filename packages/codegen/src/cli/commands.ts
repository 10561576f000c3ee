import type { Command } from './command.js';

/** A command as the overview lists it. */
export interface CommandEntry {
  readonly name: string;
  /** What it does, on one line of the overview. */
  readonly summary: string;
  /** Gives the command itself. Its modules are loaded only now: whoever asks for the version waits for none of them. */
  readonly load: () => Promise<Command>;
}

/** All commands, in the order of the overview. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'generate',
    summary: 'write codecs for the schemas that bytewright.config.ts names',
    load: async () => (await import('./commands/generate.js')).generateCommand,
  },
  {
    name: 'snapshot',
    summary: 'save what a schema module says, to be compared later',
    load: async () => (await import('./commands/snapshot.js')).snapshotCommand,
  },
  {
    name: 'diff',
    summary: 'compare two revisions of a schema, on the wire and in the types',
    load: async () => (await import('./commands/diff.js')).diffCommand,
  },
];

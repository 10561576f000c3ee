import type { CommandEntry } from '@bytewright/cli';
import type { Host } from './host.js';

/** All commands, in the order of the overview. Each is loaded when it is called. */
export const COMMANDS: readonly CommandEntry<Host>[] = [
  {
    name: 'generate',
    synopsis: '[--check | --watch]',
    summary: 'write codecs for the schemas that bytewright.config.ts names',
    load: async () => (await import('./commands/generate.js')).generateCommand,
  },
  {
    name: 'snapshot',
    synopsis: 'MODULE.ts [-o FILE]',
    summary: 'save what a schema module says, to be compared later',
    load: async () => (await import('./commands/snapshot.js')).snapshotCommand,
  },
  {
    name: 'diff',
    synopsis: 'OLD NEW [--json]',
    summary: 'compare two revisions of a schema, on the wire and in the types',
    load: async () => (await import('./commands/diff.js')).diffCommand,
  },
];

import type { Program } from '@bytewright/cli';
import { versionOf } from '@bytewright/cli';
import { COMMANDS } from './commands.js';
import type { Host } from './host.js';

/** The program `bytewright`. */
export const BYTEWRIGHT: Program<Host> = {
  name: 'bytewright',
  about: 'Generates codecs from schemas, and compares what schemas say.',
  version: () => versionOf(new URL('../../package.json', import.meta.url)),
  commands: COMMANDS,
  exitCodes: {
    0: 'yes: generated, up to date, compared',
    1: 'no: faults of a configuration, a schema, a side or another file; or what was asked about is so (generated files are stale, there is a change that --fail-on names)',
    2: 'wrong usage',
    3: 'not used yet; kept for what cannot be known',
  },
  // loaded only now: what knows faults knows schemas
  explain: async (error, session) => (await import('./explain-faults.js')).explainFaults(error, session),
};

import type { Host as AnyHost } from '@bytewright/cli';
import type { FileCalls } from './writing/file-calls.js';

/** The parts of the process that a command uses: `process` itself, or a stand-in. */
export interface Host extends AnyHost {
  /** The calls that write files; those of Node by default. */
  readonly files?: FileCalls | undefined;
}

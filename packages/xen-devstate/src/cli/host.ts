import type { Host as AnyHost } from '@bytewright/cli';
import type { FileCalls } from './writing/file-calls.js';

/** What a command knows of the process around it: `process` itself, or a stand-in. */
export interface Host extends AnyHost {
  /** How files are written; by Node if nothing is said. */
  readonly files?: FileCalls | undefined;
}

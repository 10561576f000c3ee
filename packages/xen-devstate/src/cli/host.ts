import type { Readable, Writable } from 'node:stream';
import type { FileCalls } from './writing/file-calls.js';

/** A stream that may be a terminal. */
export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** What a command knows of the process around it: `process` itself, or a stand-in. */
export interface Host {
  readonly stdin: Readable;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** How files are written; by Node if nothing is said. */
  readonly files?: FileCalls | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

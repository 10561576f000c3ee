import type { Writable } from 'node:stream';

/** A stream that may be a terminal. */
export type OutputStream = Pick<Writable, 'write'> & { readonly isTTY?: boolean };

/** What a command knows of the process around it: its own, or a stand-in. */
export interface Host {
  /** The current folder. */
  readonly folder: string;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

import type { Writable } from 'node:stream';

/** A stream that may be a terminal. @example `const stream: OutputStream = process.stdout` */
export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

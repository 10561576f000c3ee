import type { Readable } from 'node:stream';
import type { OutputStream } from '../output/output-stream.js';

/**
 * The parts of the process that a command uses: `process` itself, or a stand-in.
 *
 * @example `await runProgram(program, process.argv.slice(2), process)`
 */
export interface Host {
  readonly stdin: Readable;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

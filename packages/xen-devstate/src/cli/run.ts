import type { ExitCode } from '@bytewright/cli';
import { runProgram } from '@bytewright/cli';
import type { Host } from './host.js';
import { DEVSTATE } from './program.js';

/**
 * Runs `devstate` with the arguments that follow its name.
 *
 * @returns the exit code
 */
export function run(args: readonly string[], host: Host): Promise<ExitCode> {
  return runProgram(DEVSTATE, args, host);
}

import type { ExitCode } from '@bytewright/cli';
import { runProgram } from '@bytewright/cli';
import type { Host } from './host.js';
import { BYTEWRIGHT } from './program.js';

/**
 * Runs `bytewright` with the arguments that follow its name. What goes wrong is printed, never thrown.
 *
 * @returns the exit code
 */
export function run(args: readonly string[], host: Host): Promise<ExitCode> {
  return runProgram(BYTEWRIGHT, args, host);
}

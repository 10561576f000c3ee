import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Megabytes that values may take: a million packets, by several contenders. */
const HEAP = 6144;

/**
 * Runs a module of ours in a process of its own, and gives what it sends.
 *
 * @throws Error where it fails; it has said why.
 */
export async function inProcess(module: URL, args: readonly string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(module), args, {
      // functions that wait for their turn while garbage is collected stay compiled
      execArgv: [`--max-old-space-size=${HEAP}`, '--no-flush-bytecode'],
      serialization: 'advanced', // keeps NaN, which JSON does not
    });
    let sent: unknown;
    child.on('message', (message) => {
      sent = message;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0 && sent !== undefined) resolve(sent);
      else reject(new Error(`${args.join(' ')}: exit code ${code}`));
    });
  });
}

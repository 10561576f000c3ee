import { spawn } from 'node:child_process';
import { ROOT } from './workspace.mjs';

/**
 * What became of a child process.
 *
 * @typedef {object} Outcome
 * @property {number} code exit code; 128 + n after a signal; 127 if it could not be started
 * @property {string} output stdout and stderr as they came, empty where they were inherited
 */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the repository
 * @property {NodeJS.ProcessEnv} [env] default: this process's own
 * @property {boolean} [show] let the child write to our own stdout and stderr (default: collect it)
 * @property {boolean} [input] let the child read our own stdin (default: it gets none)
 * @property {number} [timeoutMs] end the child, with all that it started, after this long
 */

const windows = process.platform === 'win32';

/**
 * Runs a program to its end. Never throws: a program that cannot be started is an outcome too.
 *
 * @param {string} command a program's path or name
 * @param {readonly string[]} args its arguments, passed without a shell (except on Windows, where `npm` and `npx` are
 *   scripts and need one)
 * @param {RunOptions} options where and how
 * @returns {Promise<Outcome>} exit code and output
 */
export function run(command, args, options = {}) {
  const { cwd = ROOT, env = process.env, show = false, input = false, timeoutMs } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: [input ? 'inherit' : 'ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      shell: windows && command !== process.execPath,
      // A group of its own, so that a timeout reaches the grandchildren as well.
      detached: timeoutMs !== undefined && !windows,
    });

    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));

    /** @param {NodeJS.Signals} signal */
    const end = (signal) => {
      if (child.pid === undefined) {
        return;
      }
      try {
        process.kill(timeoutMs !== undefined && !windows ? -child.pid : child.pid, signal);
      } catch {
        // It ended in the meantime.
      }
    };
    const onTerminate = () => {
      end('SIGKILL');
      process.exit(143);
    };
    process.once('SIGTERM', onTerminate);

    let note = '';
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            note = `\nstopped after ${Math.round(timeoutMs / 1000)} s`;
            end('SIGKILL');
          }, timeoutMs);

    let settled = false;
    /** @param {number} code */
    const settle = (code) => {
      if (settled) {
        return;
      }
      settled = true;
      clearTimeout(timer);
      process.off('SIGTERM', onTerminate);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + note });
    };
    child.on('error', (error) => {
      note = `\n${command}: ${error.message}`;
      settle(127);
    });
    child.on('close', (code, signal) => settle(code ?? (signal === 'SIGKILL' ? 137 : 143)));
  });
}

/**
 * Runs a JavaScript file with this very Node.
 *
 * @param {string} file the script
 * @param {readonly string[]} args its arguments
 * @param {RunOptions} options where and how
 * @returns {Promise<Outcome>} exit code and output
 */
export function runNode(file, args = [], options = {}) {
  return run(process.execPath, [file, ...args], options);
}

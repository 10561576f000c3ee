import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { MachineError } from './machine-error.mjs';

const STOP_MS = 3000;

/**
 * A QEMU as a process.
 *
 * @typedef {object} QemuProcess
 * @property {Promise<string>} ended resolves, when QEMU has ended, to how it did and what it said
 * @property {() => boolean} running whether it still runs
 * @property {() => string} said the last of what it wrote on stderr
 * @property {() => Promise<void>} stop waits for its end a while, and ends it if need be
 * @property {Promise<never>} missing rejects with a MachineError if there is no such command
 */

/**
 * Starts a QEMU without a display, which listens for QMP.
 *
 * @param {string} qemu the command
 * @param {readonly string[]} args its arguments
 * @param {string} socketPath where it shall listen
 * @returns {QemuProcess} the process, which may not have come far yet
 */
export function startProcess(qemu, args, socketPath) {
  const own = ['-display', 'none', '-monitor', 'none', '-qmp', `unix:${socketPath},server=on,wait=off`];
  const child = spawn(qemu, [...args, ...own], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr = (stderr + text).slice(-4000);
  });

  /** @type {Promise<never>} */
  const missing = new Promise((_, reject) => {
    child.on('error', (error) => {
      const reason =
        /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT' ? 'was not found' : error.message;
      reject(
        new MachineError(
          `${qemu} ${reason}. Install QEMU (Debian and Ubuntu: apt-get install qemu-system-x86) or name another ` +
            'command.',
          { missing: true },
        ),
      );
    });
  });
  missing.catch(() => undefined);

  let running = true;
  /** @type {Promise<string>} */
  const ended = new Promise((done) => {
    child.on('error', () => {
      running = false;
      done('');
    });
    child.on('close', (code, signal) => {
      running = false;
      const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
      done(stderr.trim() === '' ? `QEMU ${how}` : `QEMU ${how}:\n${stderr.trim()}`);
    });
  });
  const stop = async () => {
    await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
    if (running) {
      child.kill('SIGKILL');
      await ended;
    }
  };
  return { ended, running: () => running, said: () => stderr, stop, missing };
}

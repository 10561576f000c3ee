import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from './connect.mjs';
import { startProcess } from './start-process.mjs';

/**
 * A virtual machine that answers.
 *
 * @typedef {object} Machine
 * @property {string} version QEMU's version, such as `7.2.22`
 * @property {string} folder a folder of its own, for files
 * @property {import('./connect.mjs').Execute} execute sends a QMP command
 * @property {Promise<string>} ended resolves, when QEMU has ended, to how it did and what it said
 * @property {() => boolean} running whether QEMU still runs
 * @property {() => string} said the last of what QEMU wrote on stderr
 */

/**
 * Starts a virtual machine, does something with it, and ends it, come what may.
 *
 * @template T
 * @param {{ qemu: string, args: readonly string[] }} options QEMU's command, and its arguments but those for QMP
 * @param {(machine: Machine) => Promise<T>} use what is done with it
 * @returns {Promise<T>} what that gave
 * @throws {import('./machine-error.mjs').MachineError} where there is no such QEMU, or it ends or refuses a command
 */
export async function withMachine({ qemu, args }, use) {
  const folder = await mkdtemp(join(tmpdir(), 'devstate-machine-'));
  try {
    const socketPath = join(folder, 'qmp');
    const machine = startProcess(qemu, args, socketPath);
    try {
      const execute = await connect(socketPath, machine);
      await execute('qmp_capabilities');
      const { qemu: numbers } = await execute('query-version');
      const version = `${numbers.major}.${numbers.minor}.${numbers.micro}`;
      const { ended, running, said } = machine;
      const result = await use({ version, folder, execute, ended, running, said });
      if (running()) {
        await execute('quit').catch(() => undefined);
      }
      return result;
    } finally {
      await machine.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

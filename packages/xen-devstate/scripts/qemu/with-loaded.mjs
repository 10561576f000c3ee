import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MachineError } from './machine-error.mjs';
import { withMachine } from './with-machine.mjs';

const LOAD_MS = 60_000;

/**
 * Starts a virtual machine, paused, from a device-state file, and does something with it when the file is loaded.
 *
 * @template T
 * @param {{ qemu: string, args: readonly string[] }} options as the machine was started that wrote the file
 * @param {Uint8Array} bytes the file
 * @param {(machine: import('./with-machine.mjs').Machine) => Promise<T>} use what is done with the machine
 * @returns {Promise<T>} what that gave
 * @throws {MachineError} with what QEMU says, where it refuses the file
 */
export async function withLoaded({ qemu, args }, bytes, use) {
  const folder = await mkdtemp(join(tmpdir(), 'devstate-load-'));
  try {
    const file = join(folder, 'state');
    await writeFile(file, bytes);
    // it would wait for a configuration, which a device-state file does not have
    const plain = ['-global', 'migration.send-configuration=off'];
    const incoming = ['-S', ...plain, '-incoming', `exec:cat ${file}`];
    return await withMachine({ qemu, args: [...args, ...incoming] }, async (machine) => {
      await untilLoaded(machine);
      return use(machine);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A QEMU that refuses a file ends, which makes the query fail with what it said.
 *
 * @param {import('./with-machine.mjs').Machine} machine a machine that loads
 */
async function untilLoaded({ execute }) {
  const deadline = Date.now() + LOAD_MS;
  for (;;) {
    const { status } = await execute('query-migrate');
    if (status === 'completed') {
      return;
    }
    if (Date.now() > deadline) {
      throw new MachineError(
        `QEMU had not loaded the file after ${LOAD_MS / 1000} s: it is ${status ?? 'idle'}`,
      );
    }
    await sleep(20);
  }
}

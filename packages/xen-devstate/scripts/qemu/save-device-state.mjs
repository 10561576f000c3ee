import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MachineError } from './machine-error.mjs';

/**
 * Has QEMU write the state of its devices, with the QMP command `xen-save-devices-state`.
 *
 * @param {import('./with-machine.mjs').Machine} machine the machine
 * @param {object} [more] more arguments for the command: with `live: false` (QEMU 2.11 and later) a stopped machine keeps its
 *   disks, and can be saved once more
 * @returns {Promise<Buffer>} the whole file
 * @throws {MachineError} where QEMU refuses, dies of it, or leaves a file that is not whole
 */
export async function saveDeviceState(machine, more = {}) {
  const statePath = join(machine.folder, 'state');
  try {
    await machine.execute('xen-save-devices-state', { filename: statePath, ...more });
  } catch (error) {
    throw await explained(error, machine, statePath);
  }
  return readState(statePath);
}

/**
 * Adds what QEMU left behind to the reason of a failed save.
 *
 * @param {unknown} failure why the command failed
 * @param {import('./with-machine.mjs').Machine} machine the machine, ended or not
 * @param {string} statePath QEMU's file
 * @returns {Promise<unknown>} the error to throw
 */
async function explained(failure, machine, statePath) {
  if (!(failure instanceof MachineError) || machine.running()) {
    return failure;
  }
  const left = await stat(statePath).then(
    ({ size }) => `a file of ${size} bytes`,
    () => 'no file',
  );
  return new MachineError(
    `QEMU died while it saved, and left ${left}, which is of no use. Some devices do that to this command; leave out ` +
      `one after another, or try another version.\n${failure.message}`,
  );
}

/**
 * @param {string} statePath QEMU's file
 * @returns {Promise<Buffer>} its content, if it can be a whole device-state file
 */
async function readState(statePath) {
  const bytes = await readFile(statePath);
  const complete =
    bytes.length >= 9 &&
    bytes.toString('latin1', 0, 4) === 'QEVM' &&
    bytes.readUInt32BE(4) === 3 &&
    bytes.at(-1) === 0;
  if (!complete) {
    throw new MachineError(
      `QEMU wrote ${bytes.length} bytes that are no whole device state: they must begin with QEVM, version 3, and end ` +
        'with the end-of-file byte 0x00',
    );
  }
  return bytes;
}

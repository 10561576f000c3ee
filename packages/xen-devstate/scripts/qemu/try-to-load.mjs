import { MachineError } from './machine-error.mjs';
import { saveDeviceState } from './save-device-state.mjs';
import { withLoaded } from './with-loaded.mjs';

/**
 * What became of a file that QEMU was given.
 *
 * @typedef {object} Attempt
 * @property {boolean} loaded whether QEMU took it
 * @property {string} said what QEMU wrote on stderr
 * @property {Buffer | undefined} again the state that QEMU saved then; undefined where it did not take the file
 */

/**
 * Has QEMU load a device-state file, and save its state again. That it takes a file does not mean that it reads it as it was
 * written: compare what it saves.
 *
 * @param {{ qemu: string, args: readonly string[] }} options the machine that shall take it
 * @param {Uint8Array} bytes the file
 * @returns {Promise<Attempt>} what came of it
 * @throws {MachineError} where there is no such QEMU, or it cannot save
 */
export async function tryToLoad(options, bytes) {
  let isLoaded = false;
  try {
    return await withLoaded(options, bytes, async (machine) => {
      isLoaded = true;
      const again = await saveDeviceState(machine);
      return { loaded: true, said: machine.said(), again };
    });
  } catch (error) {
    if (isLoaded || !(error instanceof MachineError) || error.missing) {
      throw error;
    }
    return { loaded: false, said: error.message, again: undefined };
  }
}

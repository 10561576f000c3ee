import { CommandError, EXIT } from '@bytewright/cli';
import { equalBytes } from '@bytewright/runtime/codec';
import { verifyDeviceState } from '../../edit/verify/verify-device-state.js';
import { endOfState } from '../../open/end-of-state.js';
import type { OpenOptions } from '../../open/open-options.js';
import type { LoadedDeviceState } from '../load.js';

/**
 * Requires that `devstate verify` would pass a device state to be written, both with the options used before and with the
 * defaults.
 *
 * @throws CommandError if it does not round-trip byte for byte
 */
export async function requireVerified(bytes: Uint8Array, options: OpenOptions): Promise<void> {
  const { limits = {} } = options;
  for (const one of [options, { limits }]) {
    const state = bytes.subarray(0, await endOfState(bytes, one));
    const { byteExact, message } = verifyDeviceState(state, one);
    if (!byteExact) throw refusal(message ?? 'it does not round-trip byte for byte');
  }
}

/**
 * Requires that a temporary file, before it is renamed, contains the device state that was to be written.
 *
 * @param written the state read back from it
 * @throws CommandError if it contains another device state, or none
 */
export function requireSameState(written: LoadedDeviceState, state: Uint8Array): void {
  if (written.error !== undefined) throw refusal(written.error.message);
  if (!equalBytes(written.bytes, state)) throw refusal('it would contain a different device state');
}

function refusal(problem: string): CommandError {
  return new CommandError(`nothing was written, because devstate verify would fail: ${problem}`, EXIT.no);
}

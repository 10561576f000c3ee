import { CommandError, EXIT } from '@bytewright/cli';
import { equalBytes } from '@bytewright/runtime/codec';
import { verifyDeviceState } from '../../edit/verify/verify-device-state.js';
import { endOfState } from '../../open/end-of-state.js';
import type { OpenOptions } from '../../open/open-options.js';
import type { LoadedDeviceState } from '../load.js';

/**
 * Holds a device state that is to be written to what `devstate verify` would say of it, read as it was read before and as it is
 * read by default.
 *
 * @throws CommandError for one that does not come back byte for byte
 */
export async function requireVerified(bytes: Uint8Array, options: OpenOptions): Promise<void> {
  const { limits = {} } = options;
  for (const one of [options, { limits }]) {
    const state = bytes.subarray(0, await endOfState(bytes, one));
    const { byteExact, message } = verifyDeviceState(state, one);
    if (!byteExact) throw refusal(message ?? 'it does not come back byte for byte');
  }
}

/**
 * Holds a file that was written, and has not got its name yet, to the device state that was meant to be in it.
 *
 * @param written what was read from it
 * @throws CommandError for one in which another device state is found, or none
 */
export function requireSameState(written: LoadedDeviceState, state: Uint8Array): void {
  if (written.error !== undefined) throw refusal(written.error.message);
  if (!equalBytes(written.bytes, state)) throw refusal('another device state is found in it');
}

function refusal(problem: string): CommandError {
  return new CommandError(
    `what would be written does not pass devstate verify, and was not written: ${problem}`,
    EXIT.no,
  );
}

import type { DecodeError, DecodeOptions } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import type { DeviceState } from '../codec.js';
import { decodeDeviceState, sizeOfDeviceState } from '../codec.js';
import type { DeviceStateReport } from './report.js';
import type { DamagedSection } from './report-damage.js';
import { reportDamage } from './report-damage.js';
import { reportValue } from './report-value.js';

/** What became of reading a file: its value, and what is to be said about it. */
export interface DeviceStateReading {
  /** The value; `undefined` where the file is damaged. */
  readonly value: DeviceState | undefined;
  readonly report: DeviceStateReport;
  /** What is wrong with the file. */
  readonly error: DecodeError | undefined;
  /** The section that the damage is in, if it is in one. */
  readonly damagedSection: DamagedSection | undefined;
}

/**
 * Decodes a device-state file and reports on it. Never throws for bad bytes: of a damaged file the report tells
 * everything before the damage.
 *
 * @param known - a fault that the bytes do not show, such as that of the gzip data they came from; the file then
 * counts as damaged whatever the bytes look like
 * @example
 * readDeviceState(bytes).report.sections[0]
 * // { offset: 8, sectionId: 2, idstr: 'timer', …, payloadOffset: 27, payloadLength: 24, footer: true, end: 'footer' … }
 */
export function readDeviceState(
  bytes: Uint8Array,
  options?: DecodeOptions,
  known?: DecodeError,
): DeviceStateReading {
  try {
    const value = decodeDeviceState(bytes, options);
    const report = reportValue(value, sizeOfDeviceState);
    if (known === undefined) return { value, report, error: undefined, damagedSection: undefined };
    return {
      value: undefined,
      report: { ...report, error: known.toJSON() },
      error: known,
      damagedSection: undefined,
    };
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    const cause = known ?? error;
    return { value: undefined, error: cause, ...reportDamage(bytes, cause, options) };
  }
}

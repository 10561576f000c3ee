import type { DecodeError } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import type { OpenedDeviceState, OpenOptions } from '../open/open-device-state.js';
import { openDeviceState } from '../open/open-device-state.js';
import type { DeviceStateReport } from './report.js';
import { type DamagedSection, reportDamage } from './report-damage.js';

/** What could be understood of a file. */
export interface DeviceStateReading {
  /** The file by the catalog that reads it; `undefined` for a damaged one. */
  readonly opened: OpenedDeviceState | undefined;
  readonly report: DeviceStateReport;
  /** What is wrong with the file. */
  readonly error: DecodeError | undefined;
  /** The section that the damage is in, if it is in one. */
  readonly damagedSection: DamagedSection | undefined;
}

/**
 * Opens a device-state file and reports on it. Never throws for bad bytes: of a damaged file the report tells
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
  options: OpenOptions = {},
  known?: DecodeError,
): DeviceStateReading {
  try {
    const opened = openDeviceState(bytes, options);
    const { report } = opened;
    if (known === undefined) return { opened, report, error: undefined, damagedSection: undefined };
    return {
      opened: undefined,
      report: { ...report, error: known.toJSON() },
      error: known,
      damagedSection: undefined,
    };
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    const cause = known ?? error;
    const { catalogs: _, ...decodeOptions } = options;
    return { opened: undefined, error: cause, ...reportDamage(bytes, cause, decodeOptions) };
  }
}

import { readToEnd } from '../open/end-of-state.js';
import type { OpenOptions } from '../open/open-options.js';
import { placeError, placeReport } from '../open/report/place-report.js';
import type { DeviceStateReading } from '../open/report/read-device-state.js';
import { readDeviceState } from '../open/report/read-device-state.js';
import type { LoadedDeviceState } from './load.js';

/** The readable part of a file, with offsets in that file, and the bytes that follow its state. */
export interface PlacedReading extends DeviceStateReading {
  /** The bytes of the state alone, with any that its own codec reads after it. */
  readonly state: Uint8Array;
  readonly trailing: Uint8Array;
}

/** Reads a loaded state; see {@link readDeviceState} and {@link readToEnd}. Never throws for bad bytes. */
export async function readState(
  { bytes, error: known, place }: LoadedDeviceState,
  options: OpenOptions,
): Promise<PlacedReading> {
  const reading =
    known === undefined ? await readToEnd(bytes, options) : readDeviceState(bytes, options, known);
  const state = bytes.subarray(0, reading.report.size);
  const trailing = bytes.subarray(state.length - reading.report.trailing);
  const report = { ...placeReport(reading.report, place), trailing: trailing.length };
  const { damagedSection } = reading;
  const error = reading.error === known ? known : reading.error && placeError(reading.error, place);
  return {
    ...{ opened: reading.opened, state, trailing, error },
    report: { ...report, error: error === undefined ? null : error.toJSON() },
    damagedSection: damagedSection && { ...damagedSection, offset: place.offsetOf(damagedSection.offset) },
  };
}

import type { DecodeErrorDetails } from '@bytewright/runtime';
import { DecodeError } from '@bytewright/runtime';
import type { Place } from '../../containers/place.js';
import type { DeviceStateReport } from './report.js';

/** Converts a report to the offsets and the size of the file that contains the device state. */
export function placeReport(report: DeviceStateReport, place: Place): DeviceStateReport {
  return {
    ...report,
    size: place.size,
    sections: report.sections.map((section) => ({
      ...section,
      offset: place.offsetOf(section.offset),
      payloadOffset: place.offsetOf(section.payloadOffset),
    })),
  };
}

/** Converts an error to the offset in the file that contains the device state. */
export function placeError(error: DecodeErrorDetails, place: Place): DecodeError {
  const { code, offset, path, expected, found } = error;
  return new DecodeError({ code, offset: place.offsetOf(offset), path, expected, found });
}

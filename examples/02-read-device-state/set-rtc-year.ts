import { openDeviceState } from '@bytewright/xen-devstate';

/** The register of the clock's CMOS memory that holds the year: two digits in BCD. Source: MC146818A data sheet. */
const YEAR = 9;

/**
 * Sets the year in the clock of a saved virtual machine.
 *
 * @returns the new file, which differs from the old one only in that byte
 * @example setRtcYear(bytes, 2042) // byte 9 of the clock's CMOS memory is 42
 */
export function setRtcYear(file: Uint8Array, year: number): Uint8Array {
  const { value, codec } = openDeviceState(file);
  for (const section of value.sections) {
    // the device name tells TypeScript the type of the state
    if (section.device !== 'mc146818rtc') continue;
    section.state.cmosData[YEAR] = Number.parseInt(String(year % 100), 16);
    return codec.encode(value);
  }
  throw new Error('This machine has no mc146818rtc');
}

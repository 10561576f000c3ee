import type { DeviceState } from '@bytewright/xen-devstate';
import { decodeDeviceState, encodeDeviceState } from '@bytewright/xen-devstate';

/** The register of the clock's CMOS memory that holds the year, two digits in BCD. It is the payload's tenth byte. */
const YEAR = 9;

/**
 * Sets the year in the clock of a saved virtual machine.
 *
 * The payload of `mc146818rtc` begins with the 128 bytes of CMOS memory (QEMU hw/rtc/mc146818rtc.c,
 * `vmstate_rtc`), so register 9 is byte 9.
 *
 * @returns the new file; nothing else in it differs from the old one
 */
export function setRtcYear(file: Uint8Array, year: number): Uint8Array {
  const state: DeviceState = decodeDeviceState(file);
  const clock = state.sections.find((section) => section.idstr === 'mc146818rtc');
  if (clock === undefined) throw new Error('This machine has no mc146818rtc');
  if (clock.device === undefined) clock.payload[YEAR] = Number.parseInt(String(year % 100), 16);
  return encodeDeviceState(state);
}

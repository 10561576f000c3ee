import { readInt32Array, writeInt32Array } from '../arrays.js';
import type { Reading } from '../reading.js';
import { need, noSubsections } from '../reading.js';
import type { Writing } from '../writing.js';
import { none, room } from '../writing.js';
import { readPCIDevice, writePCIDevice } from './pcidevice.js';

/** Reads what is as long as its parts are. */
export function readPIIX3(r: Reading) {
  const o = r.at;
  need(r, o + 292);
  r.at = o + 292;
  noSubsections(r, 'PIIX3');
  return {
    pciDevice: readPCIDevice(r, o),
    pciIrqLevelsVmstate: readInt32Array(r, o + 276, 4),
    subsections: [] as never[],
  };
}

/** What {@link readPIIX3} gives. */
export type PIIX3 = ReturnType<typeof readPIIX3>;

/** Writes what {@link readPIIX3} reads. */
export function writePIIX3(w: Writing, value: PIIX3): void {
  const o = w.at;
  room(w, o + 292);
  writePCIDevice(w, o, value.pciDevice);
  writeInt32Array(w, o + 276, 4, value.pciIrqLevelsVmstate);
  w.at = o + 292;
  none(value.subsections);
}

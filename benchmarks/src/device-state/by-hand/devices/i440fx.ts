import type { Reading } from '../reading.js';
import { paddingAt } from '../reading.js';
import type { Writing } from '../writing.js';
import { putPadding } from '../writing.js';
import { readPCIDevice, writePCIDevice } from './pcidevice.js';

/** Reads 277 bytes. */
export function readI440FX(r: Reading, o: number) {
  return {
    pciDevice: readPCIDevice(r, o),
    unused: paddingAt(r, o + 276, 1),
  };
}

/** What {@link readI440FX} gives. */
export type I440FX = ReturnType<typeof readI440FX>;

/** Writes what {@link readI440FX} reads. */
export function writeI440FX(w: Writing, o: number, value: I440FX): void {
  writePCIDevice(w, o, value.pciDevice);
  putPadding(w, o + 276, 1, value.unused);
}

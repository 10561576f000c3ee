import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';

/** Reads 4 bytes. */
export function readPCIHost(r: Reading, o: number) {
  return {
    configReg: r.view.getUint32(o),
  };
}

/** What {@link readPCIHost} gives. */
export type PCIHost = ReturnType<typeof readPCIHost>;

/** Writes what {@link readPCIHost} reads. */
export function writePCIHost(w: Writing, o: number, value: PCIHost): void {
  w.view.setUint32(o, value.configReg);
}

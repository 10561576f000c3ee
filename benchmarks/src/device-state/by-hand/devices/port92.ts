import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';

/** Reads 1 bytes. */
export function readPort92(r: Reading, o: number) {
  return {
    outport: r.view.getUint8(o),
  };
}

/** What {@link readPort92} gives. */
export type Port92 = ReturnType<typeof readPort92>;

/** Writes what {@link readPort92} reads. */
export function writePort92(w: Writing, o: number, value: Port92): void {
  w.view.setUint8(o, value.outport);
}

import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';

/** Reads 2 bytes. */
export function readPcspk(r: Reading, o: number) {
  return {
    dataOn: r.view.getUint8(o),
    dummyRefreshClock: r.view.getUint8(o + 1),
  };
}

/** What {@link readPcspk} gives. */
export type Pcspk = ReturnType<typeof readPcspk>;

/** Writes what {@link readPcspk} reads. */
export function writePcspk(w: Writing, o: number, value: Pcspk): void {
  w.view.setUint8(o, value.dataOn);
  w.view.setUint8(o + 1, value.dummyRefreshClock);
}

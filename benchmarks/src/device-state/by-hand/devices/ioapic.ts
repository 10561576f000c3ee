import { readBigUint64Array, writeBigUint64Array } from '../arrays.js';
import type { Reading } from '../reading.js';
import { bytesAt } from '../reading.js';
import type { Writing } from '../writing.js';
import { putBytes } from '../writing.js';

/** Reads 206 bytes. */
export function readIoapic(r: Reading, o: number) {
  return {
    id: r.view.getUint8(o),
    ioregsel: r.view.getUint8(o + 1),
    unused: bytesAt(r, o + 2, 8),
    irr: r.view.getUint32(o + 10),
    ioredtbl: readBigUint64Array(r, o + 14, 24),
  };
}

/** What {@link readIoapic} gives. */
export type Ioapic = ReturnType<typeof readIoapic>;

/** Writes what {@link readIoapic} reads. */
export function writeIoapic(w: Writing, o: number, value: Ioapic): void {
  w.view.setUint8(o, value.id);
  w.view.setUint8(o + 1, value.ioregsel);
  putBytes(w, o + 2, 8, value.unused);
  w.view.setUint32(o + 10, value.irr);
  writeBigUint64Array(w, o + 14, 24, value.ioredtbl);
}

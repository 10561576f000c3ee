import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';

/** Reads 1 bytes. */
export function readAcpiBuild(r: Reading, o: number) {
  return {
    patched: r.view.getUint8(o),
  };
}

/** What {@link readAcpiBuild} gives. */
export type AcpiBuild = ReturnType<typeof readAcpiBuild>;

/** Writes what {@link readAcpiBuild} reads. */
export function writeAcpiBuild(w: Writing, o: number, value: AcpiBuild): void {
  w.view.setUint8(o, value.patched);
}

import type { Reading } from '../reading.js';
import { bytesAt } from '../reading.js';
import type { Writing } from '../writing.js';
import { putBytes } from '../writing.js';

/** Reads 104 bytes. */
export function readGlobalstate(r: Reading, o: number) {
  return {
    size: r.view.getUint32(o),
    runstate: bytesAt(r, o + 4, 100),
  };
}

/** What {@link readGlobalstate} gives. */
export type Globalstate = ReturnType<typeof readGlobalstate>;

/** Writes what {@link readGlobalstate} reads. */
export function writeGlobalstate(w: Writing, o: number, value: Globalstate): void {
  w.view.setUint32(o, value.size);
  putBytes(w, o + 4, 100, value.runstate);
}

import type { Reading } from '../reading.js';
import { bytesAt } from '../reading.js';
import type { Writing } from '../writing.js';
import { putBytes } from '../writing.js';

/** Reads 272 bytes. */
export function readPS2CommonState(r: Reading, o: number) {
  return {
    writeCmd: r.view.getInt32(o),
    queueRptr: r.view.getInt32(o + 4),
    queueWptr: r.view.getInt32(o + 8),
    queueCount: r.view.getInt32(o + 12),
    queueData: bytesAt(r, o + 16, 256),
  };
}

/** What {@link readPS2CommonState} gives. */
export type PS2CommonState = ReturnType<typeof readPS2CommonState>;

/** Writes what {@link readPS2CommonState} reads. */
export function writePS2CommonState(w: Writing, o: number, value: PS2CommonState): void {
  w.view.setInt32(o, value.writeCmd);
  w.view.setInt32(o + 4, value.queueRptr);
  w.view.setInt32(o + 8, value.queueWptr);
  w.view.setInt32(o + 12, value.queueCount);
  putBytes(w, o + 16, 256, value.queueData);
}

import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';

/** Reads 12 bytes. */
export function readParallelIsa(r: Reading, o: number) {
  return {
    stateDataw: r.view.getUint8(o),
    stateDatar: r.view.getUint8(o + 1),
    stateStatus: r.view.getUint8(o + 2),
    stateControl: r.view.getUint8(o + 3),
    stateIrqPending: r.view.getInt32(o + 4),
    stateEppTimeout: r.view.getInt32(o + 8),
  };
}

/** What {@link readParallelIsa} gives. */
export type ParallelIsa = ReturnType<typeof readParallelIsa>;

/** Writes what {@link readParallelIsa} reads. */
export function writeParallelIsa(w: Writing, o: number, value: ParallelIsa): void {
  w.view.setUint8(o, value.stateDataw);
  w.view.setUint8(o + 1, value.stateDatar);
  w.view.setUint8(o + 2, value.stateStatus);
  w.view.setUint8(o + 3, value.stateControl);
  w.view.setInt32(o + 4, value.stateIrqPending);
  w.view.setInt32(o + 8, value.stateEppTimeout);
}

import { readInt32Array, writeInt32Array } from '../arrays.js';
import type { Reading } from '../reading.js';
import { need, take } from '../reading.js';
import type { Writing } from '../writing.js';
import { cover, room } from '../writing.js';

/** Reads what is as long as its parts are. */
export function readPCIBUS(r: Reading) {
  const o = r.at;
  need(r, o + 4);
  const nirq = r.view.getInt32(o);
  r.at = o + 4;
  const irqCount = readInt32Array(r, take(r, 4 * nirq), nirq);
  return {
    irqCount,
  };
}

/** What {@link readPCIBUS} gives. */
export type PCIBUS = ReturnType<typeof readPCIBUS>;

/** Writes what {@link readPCIBUS} reads. */
export function writePCIBUS(w: Writing, value: PCIBUS): void {
  const o = w.at;
  room(w, o + 4);
  w.view.setInt32(o, value.irqCount.length);
  w.at = o + 4;
  writeInt32Array(w, cover(w, 4 * value.irqCount.length), value.irqCount.length, value.irqCount);
}

import { readManyUint32Array, writeUint32Array } from '../arrays.js';
import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';

/** Reads 4105 bytes. */
export function readVmmouse(r: Reading, o: number) {
  return {
    queueSize: r.view.getInt32(o),
    queue: readManyUint32Array(r, o + 4, 1024),
    nbQueue: r.view.getUint16(o + 4100),
    status: r.view.getUint16(o + 4102),
    absolute: r.view.getUint8(o + 4104),
  };
}

/** What {@link readVmmouse} gives. */
export type Vmmouse = ReturnType<typeof readVmmouse>;

/** Writes what {@link readVmmouse} reads. */
export function writeVmmouse(w: Writing, o: number, value: Vmmouse): void {
  w.view.setInt32(o, value.queueSize);
  writeUint32Array(w, o + 4, 1024, value.queue);
  w.view.setUint16(o + 4100, value.nbQueue);
  w.view.setUint16(o + 4102, value.status);
  w.view.setUint8(o + 4104, value.absolute);
}

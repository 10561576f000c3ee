import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';

/** Reads 1 bytes. */
export function readI2cBus(r: Reading, o: number) {
  return {
    savedAddress: r.view.getUint8(o),
  };
}

/** What {@link readI2cBus} gives. */
export type I2cBus = ReturnType<typeof readI2cBus>;

/** Writes what {@link readI2cBus} reads. */
export function writeI2cBus(w: Writing, o: number, value: I2cBus): void {
  w.view.setUint8(o, value.savedAddress);
}

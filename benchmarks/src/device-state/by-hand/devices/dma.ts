import { readInt32Array, readUint16Array, writeInt32Array, writeUint16Array } from '../arrays.js';
import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';

/** Reads 17 bytes. */
export function readDmaRegs(r: Reading, o: number) {
  return {
    now: readInt32Array(r, o, 2),
    base: readUint16Array(r, o + 8, 2),
    mode: r.view.getUint8(o + 12),
    page: r.view.getUint8(o + 13),
    pageh: r.view.getUint8(o + 14),
    dack: r.view.getUint8(o + 15),
    eop: r.view.getUint8(o + 16),
  };
}

/** What {@link readDmaRegs} gives. */
export type DmaRegs = ReturnType<typeof readDmaRegs>;

/** Writes what {@link readDmaRegs} reads. */
export function writeDmaRegs(w: Writing, o: number, value: DmaRegs): void {
  writeInt32Array(w, o, 2, value.now);
  writeUint16Array(w, o + 8, 2, value.base);
  w.view.setUint8(o + 12, value.mode);
  w.view.setUint8(o + 13, value.page);
  w.view.setUint8(o + 14, value.pageh);
  w.view.setUint8(o + 15, value.dack);
  w.view.setUint8(o + 16, value.eop);
}

/** Reads 75 bytes. */
export function readDma(r: Reading, o: number) {
  return {
    command: r.view.getUint8(o),
    mask: r.view.getUint8(o + 1),
    flipFlop: r.view.getUint8(o + 2),
    dshift: r.view.getInt32(o + 3),
    regs: [readDmaRegs(r, o + 7), readDmaRegs(r, o + 24), readDmaRegs(r, o + 41), readDmaRegs(r, o + 58)],
  };
}

/** What {@link readDma} gives. */
export type Dma = ReturnType<typeof readDma>;

/** Writes what {@link readDma} reads. */
export function writeDma(w: Writing, o: number, value: Dma): void {
  w.view.setUint8(o, value.command);
  w.view.setUint8(o + 1, value.mask);
  w.view.setUint8(o + 2, value.flipFlop);
  w.view.setInt32(o + 3, value.dshift);
  let regsAt = o + 7;
  for (const one of value.regs) {
    writeDmaRegs(w, regsAt, one);
    regsAt += 17;
  }
}

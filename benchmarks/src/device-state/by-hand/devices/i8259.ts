import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';

/** Reads 16 bytes. */
export function readI8259(r: Reading, o: number) {
  return {
    lastIrr: r.view.getUint8(o),
    irr: r.view.getUint8(o + 1),
    imr: r.view.getUint8(o + 2),
    isr: r.view.getUint8(o + 3),
    priorityAdd: r.view.getUint8(o + 4),
    irqBase: r.view.getUint8(o + 5),
    readRegSelect: r.view.getUint8(o + 6),
    poll: r.view.getUint8(o + 7),
    specialMask: r.view.getUint8(o + 8),
    initState: r.view.getUint8(o + 9),
    autoEoi: r.view.getUint8(o + 10),
    rotateOnAutoEoi: r.view.getUint8(o + 11),
    specialFullyNestedMode: r.view.getUint8(o + 12),
    init4: r.view.getUint8(o + 13),
    singleMode: r.view.getUint8(o + 14),
    elcr: r.view.getUint8(o + 15),
  };
}

/** What {@link readI8259} gives. */
export type I8259 = ReturnType<typeof readI8259>;

/** Writes what {@link readI8259} reads. */
export function writeI8259(w: Writing, o: number, value: I8259): void {
  w.view.setUint8(o, value.lastIrr);
  w.view.setUint8(o + 1, value.irr);
  w.view.setUint8(o + 2, value.imr);
  w.view.setUint8(o + 3, value.isr);
  w.view.setUint8(o + 4, value.priorityAdd);
  w.view.setUint8(o + 5, value.irqBase);
  w.view.setUint8(o + 6, value.readRegSelect);
  w.view.setUint8(o + 7, value.poll);
  w.view.setUint8(o + 8, value.specialMask);
  w.view.setUint8(o + 9, value.initState);
  w.view.setUint8(o + 10, value.autoEoi);
  w.view.setUint8(o + 11, value.rotateOnAutoEoi);
  w.view.setUint8(o + 12, value.specialFullyNestedMode);
  w.view.setUint8(o + 13, value.init4);
  w.view.setUint8(o + 14, value.singleMode);
  w.view.setUint8(o + 15, value.elcr);
}

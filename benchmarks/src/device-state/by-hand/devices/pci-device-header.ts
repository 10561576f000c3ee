import { readUint32ArrayLittle, writeUint32ArrayLittle } from '../arrays.js';
import type { Reading } from '../reading.js';
import { paddingAt } from '../reading.js';
import type { Writing } from '../writing.js';
import { putPadding } from '../writing.js';

/** Reads 48 bytes. */
export function readPciDeviceHeader(r: Reading, o: number) {
  return {
    bars: readUint32ArrayLittle(r, o, 6),
    cardbusCis: r.view.getUint32(o + 24, true),
    subsystemVendorId: r.view.getUint16(o + 28, true),
    subsystemId: r.view.getUint16(o + 30, true),
    expansionRom: r.view.getUint32(o + 32, true),
    capabilitiesPointer: r.view.getUint8(o + 36),
    unused: paddingAt(r, o + 37, 7),
    interruptLine: r.view.getUint8(o + 44),
    interruptPin: r.view.getUint8(o + 45),
    minimumGrant: r.view.getUint8(o + 46),
    maximumLatency: r.view.getUint8(o + 47),
  };
}

/** What {@link readPciDeviceHeader} gives. */
export type PciDeviceHeader = ReturnType<typeof readPciDeviceHeader>;

/** Writes what {@link readPciDeviceHeader} reads. */
export function writePciDeviceHeader(w: Writing, o: number, value: PciDeviceHeader): void {
  writeUint32ArrayLittle(w, o, 6, value.bars);
  w.view.setUint32(o + 24, value.cardbusCis, true);
  w.view.setUint16(o + 28, value.subsystemVendorId, true);
  w.view.setUint16(o + 30, value.subsystemId, true);
  w.view.setUint32(o + 32, value.expansionRom, true);
  w.view.setUint8(o + 36, value.capabilitiesPointer);
  putPadding(w, o + 37, 7, value.unused);
  w.view.setUint8(o + 44, value.interruptLine);
  w.view.setUint8(o + 45, value.interruptPin);
  w.view.setUint8(o + 46, value.minimumGrant);
  w.view.setUint8(o + 47, value.maximumLatency);
}

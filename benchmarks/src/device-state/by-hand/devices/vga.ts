import { readUint16Array, writeUint16Array } from '../arrays.js';
import type { Reading } from '../reading.js';
import { bytesAt, need, noSubsections } from '../reading.js';
import type { Writing } from '../writing.js';
import { none, putBytes, room } from '../writing.js';
import { readPCIDevice, writePCIDevice } from './pcidevice.js';

/** Reads what is as long as its parts are. */
export function readVgaCore(r: Reading) {
  const o = r.at;
  need(r, o + 1131);
  r.at = o + 1131;
  noSubsections(r, 'vga');
  return {
    latch: r.view.getUint32(o),
    sequencerIndex: r.view.getUint8(o + 4),
    sequencer: bytesAt(r, o + 5, 8),
    graphicsIndex: r.view.getUint8(o + 13),
    graphics: bytesAt(r, o + 14, 16),
    attributeIndex: r.view.getUint8(o + 30),
    attribute: bytesAt(r, o + 31, 21),
    attributeFlipFlop: r.view.getInt32(o + 52),
    crtcIndex: r.view.getUint8(o + 56),
    crtc: bytesAt(r, o + 57, 256),
    miscellaneousOutput: r.view.getUint8(o + 313),
    featureControl: r.view.getUint8(o + 314),
    inputStatus0: r.view.getUint8(o + 315),
    inputStatus1: r.view.getUint8(o + 316),
    dacState: r.view.getUint8(o + 317),
    dacSubIndex: r.view.getUint8(o + 318),
    dacReadIndex: r.view.getUint8(o + 319),
    dacWriteIndex: r.view.getUint8(o + 320),
    dacCache: bytesAt(r, o + 321, 3),
    palette: bytesAt(r, o + 324, 768),
    bankOffset: r.view.getInt32(o + 1092),
    hasVbe: r.view.getUint8(o + 1096),
    vbeIndex: r.view.getUint16(o + 1097),
    vbeRegs: readUint16Array(r, o + 1099, 10),
    vbeStartAddr: r.view.getUint32(o + 1119),
    vbeLineOffset: r.view.getUint32(o + 1123),
    vbeBankMask: r.view.getUint32(o + 1127),
    subsections: [] as never[],
  };
}

/** What {@link readVgaCore} gives. */
export type VgaCore = ReturnType<typeof readVgaCore>;

/** Writes what {@link readVgaCore} reads. */
export function writeVgaCore(w: Writing, value: VgaCore): void {
  const o = w.at;
  room(w, o + 1131);
  w.view.setUint32(o, value.latch);
  w.view.setUint8(o + 4, value.sequencerIndex);
  putBytes(w, o + 5, 8, value.sequencer);
  w.view.setUint8(o + 13, value.graphicsIndex);
  putBytes(w, o + 14, 16, value.graphics);
  w.view.setUint8(o + 30, value.attributeIndex);
  putBytes(w, o + 31, 21, value.attribute);
  w.view.setInt32(o + 52, value.attributeFlipFlop);
  w.view.setUint8(o + 56, value.crtcIndex);
  putBytes(w, o + 57, 256, value.crtc);
  w.view.setUint8(o + 313, value.miscellaneousOutput);
  w.view.setUint8(o + 314, value.featureControl);
  w.view.setUint8(o + 315, value.inputStatus0);
  w.view.setUint8(o + 316, value.inputStatus1);
  w.view.setUint8(o + 317, value.dacState);
  w.view.setUint8(o + 318, value.dacSubIndex);
  w.view.setUint8(o + 319, value.dacReadIndex);
  w.view.setUint8(o + 320, value.dacWriteIndex);
  putBytes(w, o + 321, 3, value.dacCache);
  putBytes(w, o + 324, 768, value.palette);
  w.view.setInt32(o + 1092, value.bankOffset);
  w.view.setUint8(o + 1096, value.hasVbe);
  w.view.setUint16(o + 1097, value.vbeIndex);
  writeUint16Array(w, o + 1099, 10, value.vbeRegs);
  w.view.setUint32(o + 1119, value.vbeStartAddr);
  w.view.setUint32(o + 1123, value.vbeLineOffset);
  w.view.setUint32(o + 1127, value.vbeBankMask);
  w.at = o + 1131;
  none(value.subsections);
}

/** Reads what is as long as its parts are. */
export function readVga(r: Reading) {
  const o = r.at;
  need(r, o + 276);
  r.at = o + 276;
  const vga = readVgaCore(r);
  return {
    pciDevice: readPCIDevice(r, o),
    vga,
  };
}

/** What {@link readVga} gives. */
export type Vga = ReturnType<typeof readVga>;

/** Writes what {@link readVga} reads. */
export function writeVga(w: Writing, value: Vga): void {
  const o = w.at;
  room(w, o + 276);
  writePCIDevice(w, o, value.pciDevice);
  w.at = o + 276;
  writeVgaCore(w, value.vga);
}

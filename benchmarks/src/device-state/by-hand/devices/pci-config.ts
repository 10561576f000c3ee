import type { Reading } from '../reading.js';
import { bytesAt } from '../reading.js';
import type { Writing } from '../writing.js';
import { putBytes } from '../writing.js';
import { readPciDeviceHeader, writePciDeviceHeader } from './pci-device-header.js';

function readCommand(word: number) {
  return {
    ioSpace: (word & 0x1) !== 0,
    memorySpace: (word & 0x2) !== 0,
    busMaster: (word & 0x4) !== 0,
    specialCycles: (word & 0x8) !== 0,
    memoryWriteAndInvalidate: (word & 0x10) !== 0,
    paletteSnoop: (word & 0x20) !== 0,
    parityErrorResponse: (word & 0x40) !== 0,
    systemErrors: (word & 0x100) !== 0,
    fastBackToBack: (word & 0x200) !== 0,
    interruptDisable: (word & 0x400) !== 0,
    unknown: word & 0xf880,
  };
}

function commandWord(flags: ReturnType<typeof readCommand>): number {
  return (
    (flags.ioSpace ? 0x1 : 0) |
    (flags.memorySpace ? 0x2 : 0) |
    (flags.busMaster ? 0x4 : 0) |
    (flags.specialCycles ? 0x8 : 0) |
    (flags.memoryWriteAndInvalidate ? 0x10 : 0) |
    (flags.paletteSnoop ? 0x20 : 0) |
    (flags.parityErrorResponse ? 0x40 : 0) |
    (flags.systemErrors ? 0x100 : 0) |
    (flags.fastBackToBack ? 0x200 : 0) |
    (flags.interruptDisable ? 0x400 : 0) |
    flags.unknown
  );
}

function readStatus(word: number) {
  return {
    interrupt: (word & 0x8) !== 0,
    capabilities: (word & 0x10) !== 0,
    runsAt66MHz: (word & 0x20) !== 0,
    fastBackToBack: (word & 0x80) !== 0,
    masterParityError: (word & 0x100) !== 0,
    signaledTargetAbort: (word & 0x800) !== 0,
    receivedTargetAbort: (word & 0x1000) !== 0,
    receivedMasterAbort: (word & 0x2000) !== 0,
    signaledSystemError: (word & 0x4000) !== 0,
    parityError: (word & 0x8000) !== 0,
    unknown: word & 0x647,
  };
}

function statusWord(flags: ReturnType<typeof readStatus>): number {
  return (
    (flags.interrupt ? 0x8 : 0) |
    (flags.capabilities ? 0x10 : 0) |
    (flags.runsAt66MHz ? 0x20 : 0) |
    (flags.fastBackToBack ? 0x80 : 0) |
    (flags.masterParityError ? 0x100 : 0) |
    (flags.signaledTargetAbort ? 0x800 : 0) |
    (flags.receivedTargetAbort ? 0x1000 : 0) |
    (flags.receivedMasterAbort ? 0x2000 : 0) |
    (flags.signaledSystemError ? 0x4000 : 0) |
    (flags.parityError ? 0x8000 : 0) |
    flags.unknown
  );
}

/** Reads 256 bytes. */
export function readPciConfig(r: Reading, o: number) {
  if ((r.view.getUint8(o + 14) & 0x7f) !== 0) throw new Error('PciConfig.layout');
  return {
    vendorId: r.view.getUint16(o, true),
    deviceId: r.view.getUint16(o + 2, true),
    command: readCommand(r.view.getUint16(o + 4, true)),
    status: readStatus(r.view.getUint16(o + 6, true)),
    revision: r.view.getUint8(o + 8),
    programmingInterface: r.view.getUint8(o + 9),
    subclass: r.view.getUint8(o + 10),
    baseClass: r.view.getUint8(o + 11),
    cacheLineSize: r.view.getUint8(o + 12),
    latencyTimer: r.view.getUint8(o + 13),
    multifunction: (r.view.getUint8(o + 14) & 0x80) !== 0,
    selfTest: r.view.getUint8(o + 15),
    headerType: 'device' as const,
    header: readPciDeviceHeader(r, o + 16),
    capabilities: bytesAt(r, o + 64, 192),
  };
}

/** What {@link readPciConfig} gives. */
export type PciConfig = ReturnType<typeof readPciConfig>;

/** Writes what {@link readPciConfig} reads. */
export function writePciConfig(w: Writing, o: number, value: PciConfig): void {
  w.view.setUint16(o, value.vendorId, true);
  w.view.setUint16(o + 2, value.deviceId, true);
  w.view.setUint16(o + 4, commandWord(value.command), true);
  w.view.setUint16(o + 6, statusWord(value.status), true);
  w.view.setUint8(o + 8, value.revision);
  w.view.setUint8(o + 9, value.programmingInterface);
  w.view.setUint8(o + 10, value.subclass);
  w.view.setUint8(o + 11, value.baseClass);
  w.view.setUint8(o + 12, value.cacheLineSize);
  w.view.setUint8(o + 13, value.latencyTimer);
  w.bytes[o + 14] = value.multifunction ? 0x80 : 0;
  w.view.setUint8(o + 15, value.selfTest);
  writePciDeviceHeader(w, o + 16, value.header);
  putBytes(w, o + 64, 192, value.capabilities);
}

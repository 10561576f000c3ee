import { readUint32Array, writeUint32Array } from '../arrays.js';
import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';
import { readPciConfig, writePciConfig } from './pci-config.js';

/** Reads 276 bytes. */
export function readPCIDevice(r: Reading, o: number) {
  return {
    versionId: r.view.getInt32(o),
    config: readPciConfig(r, o + 4),
    irqState: readUint32Array(r, o + 260, 4),
  };
}

/** What {@link readPCIDevice} gives. */
export type PCIDevice = ReturnType<typeof readPCIDevice>;

/** Writes what {@link readPCIDevice} reads. */
export function writePCIDevice(w: Writing, o: number, value: PCIDevice): void {
  w.view.setInt32(o, value.versionId);
  writePciConfig(w, o + 4, value.config);
  writeUint32Array(w, o + 260, 4, value.irqState);
}

import type { Parameter } from '@bytewright/schema-dsl';
import { bytes, list, parameter, struct, u32be, u32le, u64le } from '@bytewright/schema-dsl';
import { bytesFor } from './compute.js';

/** The number of entries in a device's MSI-X table, from its PCI configuration: see `msixVectorsIn`. 0 without MSI-X. */
export const msixVectors: Parameter<number> = parameter('msixVectors', u32be, { default: 0 });

/**
 * One interrupt of a device: the address and the data it writes. Little-endian, as in the device's memory.
 *
 * Source: PCI Local Bus Specification 3.0, 6.8.2.
 */
export const MsixEntry = struct('MsixEntry', {
  address: u64le.doc('Where the device writes to.'),
  data: u32le.doc('What it writes there.'),
  control: u32le.doc('Bit 0: masked.'),
}).source('PCI Local Bus Specification 3.0, 6.8.2');

/**
 * A device's MSI-X table and pending bits; empty for a device without MSI-X.
 *
 * Source: QEMU hw/pci/msix.c, `msix_save`.
 *
 * @example for one vector: `0c00e0fe 00000000 41400000 00000000 00` is
 *   `{ table: [{ address: 0xfee0000cn, data: 0x4041, control: 0 }], pending: [0] }`
 */
export const MsixState = struct('MsixState', {
  table: list(MsixEntry, msixVectors),
  pending: bytes(bytesFor(msixVectors)).doc('A bit for each vector, the least significant one first.'),
}).source('QEMU hw/pci/msix.c, msix_save');

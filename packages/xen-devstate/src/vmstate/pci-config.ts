import type { Parameter } from '@bytewright/schema-dsl';
import {
  bit,
  bytes,
  derived,
  flags,
  list,
  on,
  parameter,
  reserved,
  struct,
  tagOf,
  u8,
  u16le,
  u32be,
  u32le,
  ubits,
  union,
} from '@bytewright/schema-dsl';

// A device's PCI configuration space is saved as the guest sees it: little-endian. Source of all names and offsets: PCI
// Local Bus Specification 3.0, 6.1 and 6.2; PCI-to-PCI Bridge Architecture Specification 1.2, 3.2.

/** The size of a PCI device's configuration space in bytes: 4096 for PCI Express. Source: QEMU hw/pci/pci.c, `pci_config_size`. */
export const pciConfigSize: Parameter<number> = parameter('pciConfigSize', u32be, {
  candidates: [256, 4096],
});

/** The command register: what the guest allows the device to do. */
const command = flags(u16le, {
  ioSpace: 0,
  memorySpace: 1,
  busMaster: 2,
  specialCycles: 3,
  memoryWriteAndInvalidate: 4,
  paletteSnoop: 5,
  parityErrorResponse: 6,
  systemErrors: 8,
  fastBackToBack: 9,
  interruptDisable: 10,
});

/** The status register: features of the device, and events. */
const status = flags(u16le, {
  interrupt: 3,
  capabilities: 4,
  runsAt66MHz: 5,
  fastBackToBack: 7,
  masterParityError: 8,
  signaledTargetAbort: 11,
  receivedTargetAbort: 12,
  receivedMasterAbort: 13,
  signaledSystemError: 14,
  parityError: 15,
});

/** The header of a device that is not a bridge, after the common part. */
export const PciDeviceHeader = struct('PciDeviceHeader', {
  bars: list(u32le, 6).doc('Base addresses: bit 0 says I/O space; the low bits are no part of an address.'),
  cardbusCis: u32le,
  subsystemVendorId: u16le,
  subsystemId: u16le,
  expansionRom: u32le.doc('Address of the option ROM; bit 0: enabled.'),
  capabilitiesPointer: u8.doc('Where the list of capabilities begins.'),
  unused: reserved(7),
  interruptLine: u8.doc('The interrupt, as the firmware noted it.'),
  interruptPin: u8.doc('1 for INTA# to 4 for INTD#; 0 for none.'),
  minimumGrant: u8,
  maximumLatency: u8,
});

/** The header of a bridge between two PCI buses. */
export const PciBridgeHeader = struct('PciBridgeHeader', {
  bars: list(u32le, 2),
  primaryBus: u8,
  secondaryBus: u8,
  subordinateBus: u8,
  secondaryLatencyTimer: u8,
  ioBase: u8,
  ioLimit: u8,
  secondaryStatus: u16le,
  memoryBase: u16le,
  memoryLimit: u16le,
  prefetchableBase: u16le,
  prefetchableLimit: u16le,
  prefetchableBaseUpper: u32le,
  prefetchableLimitUpper: u32le,
  ioBaseUpper: u16le,
  ioLimitUpper: u16le,
  capabilitiesPointer: u8.doc('Where the list of capabilities begins.'),
  unused: reserved(3),
  expansionRom: u32le,
  interruptLine: u8,
  interruptPin: u8,
  bridgeControl: u16le,
});

/**
 * A PCI configuration space of 256 or 4096 bytes: the 64-byte header, which has a common part and one for devices or bridges,
 * and everything that follows, including capabilities.
 *
 * @example `86 80 37 12 …` is `{ vendorId: 0x8086, deviceId: 0x1237, … }`, the host bridge of a PC
 */
export const PciConfig = struct('PciConfig', {
  vendorId: u16le.doc('0x8086 for Intel, 0x1af4 for virtio, 0x5853 for the Xen platform device.'),
  deviceId: u16le,
  command,
  status,
  revision: u8,
  programmingInterface: u8,
  subclass: u8,
  baseClass: u8.doc('1 storage, 2 network, 3 display, 6 bridge, 12 serial bus, …'),
  cacheLineSize: u8,
  latencyTimer: u8,
  multifunction: bit,
  layout: derived(ubits(7)),
  selfTest: u8,
  header: union(
    { device: on(0, PciDeviceHeader), bridge: on(1, PciBridgeHeader) },
    { otherwise: bytes(48), tag: 'headerType', value: 'header', raw: 'headerBytes', rawTag: 'layout' },
  ),
  capabilities: bytes(pciConfigSize.minus(64)).doc('Everything from byte 64 on.'),
})
  .where(($) => [$.layout.is(tagOf($.header))])
  .flat('header')
  .wireType('pci config')
  .source('PCI Local Bus Specification 3.0, 6.1');

/** A byte in a PCI configuration space that QEMU refuses. */
export interface ConfigDifference {
  /** The offset in the configuration space. */
  readonly at: number;
  readonly inFile: number;
  readonly there: number;
  /** The name of the register that the byte is part of. */
  readonly what: string;
}

/** Header bytes that must not differ. Source: QEMU hw/pci/pci.c, `pci_init_cmask`. */
const HEADER: readonly (readonly [at: number, mask: number, what: string])[] = [
  [0x00, 0xff, 'vendor id'],
  [0x01, 0xff, 'vendor id'],
  [0x02, 0xff, 'device id'],
  [0x03, 0xff, 'device id'],
  [0x06, 0x10, 'status: capabilities list'],
  [0x08, 0xff, 'revision'],
  [0x09, 0xff, 'programming interface'],
  [0x0a, 0xff, 'class'],
  [0x0b, 0xff, 'class'],
  [0x0e, 0xff, 'header type'],
];
const CAPABILITY_POINTER = 0x34;
const BARS = { first: 0x10, last: 0x24 } as const;
/** PCI Local Bus Specification 3.0, appendix H. */
const CAPABILITY = { msix: 0x11, vendor: 0x09 } as const;
/** The virtio capability that a guest writes through. Source: Virtio 1.1, 4.1.4.7. */
const VIRTIO_WINDOW = 5;

/**
 * The first byte of a configuration space that QEMU refuses to load into a device, as far as the device's own configuration
 * space shows: ids, class, types of base addresses, and the capability list with its read-only bytes. Source: QEMU
 * hw/pci/pci.c, `get_pci_config_device`, `pci_add_capability`.
 *
 * @param there the configuration space of the device it is loaded into
 */
export function configDifference(inFile: Uint8Array, there: Uint8Array): ConfigDifference | undefined {
  for (const [at, mask, what] of [...fixedBytes(there)].sort(([a], [b]) => a - b)) {
    const [here, own] = [inFile[at] ?? 0, there[at] ?? 0];
    if (((here ^ own) & mask) !== 0) return { at, inFile: here, there: own, what };
  }
  return undefined;
}

function* fixedBytes(there: Uint8Array): Generator<readonly [number, number, string]> {
  yield* HEADER;
  yield [CAPABILITY_POINTER, 0xff, 'capabilities pointer'];
  const isBridge = ((there[0x0e] ?? 0) & 0x7f) === 1;
  for (let at: number = BARS.first; at <= (isBridge ? 0x14 : BARS.last); at += 4) {
    const kind = there[at] ?? 0;
    // 0 is a 32-bit memory address, or no address at all
    if ((kind & 0x0f) !== 0) yield [at, (kind & 1) === 1 ? 0x03 : 0x0f, 'type of a base address'];
    if ((kind & 0x07) === 0x04) at += 4; // the upper half
  }
  const seen = new Set<number>();
  let at = there[CAPABILITY_POINTER] ?? 0;
  while (at >= 0x40 && at < 0x100 - 2 && !seen.has(at)) {
    seen.add(at);
    yield [at, 0xff, 'capability list'];
    yield [at + 1, 0xff, 'capability list'];
    if (there[at] === CAPABILITY.msix) {
      yield [at + 2, 0xff, 'MSI-X'];
      yield [at + 3, 0x07, 'MSI-X'];
      for (let i = 4; i < 12; i += 1) yield [at + i, 0xff, 'MSI-X'];
    }
    if (there[at] === CAPABILITY.vendor && there[at + 3] !== VIRTIO_WINDOW)
      for (let i = 2; i < (there[at + 2] ?? 0); i += 1) yield [at + i, 0xff, 'vendor-specific capability'];
    at = there[at + 1] ?? 0;
  }
}

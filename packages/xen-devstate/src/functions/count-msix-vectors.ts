/** The parts of a PCI configuration space that determine the number of MSI-X vectors. */
export interface PciCapabilities {
  /** The part of the header that depends on the type of device; left out if that is unknown. */
  readonly header?: { readonly capabilitiesPointer?: number };
  /** All bytes after the header, from offset 64. */
  readonly capabilities: Uint8Array;
}

/** The offset at which the capabilities begin. */
const HEADER_SIZE = 64;
/** For a device that is not on PCI. */
const NOTHING: PciCapabilities = { capabilities: new Uint8Array(0) };
/** The identifier of the MSI-X capability. */
const MSIX = 0x11;

/**
 * The number of entries in a device's MSI-X table: one more than the number in the control word of the MSI-X capability. The
 * header points to the first capability; each has an identifier, the offset of the next one, and its content.
 *
 * Sources: PCI Local Bus Specification 3.0, 6.7 and 6.8.2.3; QEMU hw/pci/msix.c, `msix_save`.
 *
 * @param config omitted for a device that is not on PCI
 * @returns 0 for a device without MSI-X, or if the list is broken or circular
 * @example for a pointer of 0x40 and capabilities that begin with `11 00 04 00`, the result is 5
 */
export function countMsixVectors(config: PciCapabilities | undefined): number {
  const { header, capabilities } = config ?? NOTHING;
  let at = (header?.capabilitiesPointer ?? 0) & ~3;
  // 48 capabilities of four bytes fill the space
  for (let steps = 0; steps < 48 && at >= HEADER_SIZE; steps++) {
    const [id, next = 0, low = 0, high = 0] = capabilities.subarray(at - HEADER_SIZE);
    if (id === MSIX) return (low | ((high & 7) << 8)) + 1;
    at = next & ~3;
  }
  return 0;
}

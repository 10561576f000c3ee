/** What of a PCI configuration space tells how many MSI-X vectors the device has. */
export interface PciCapabilities {
  /** The part of the header that depends on the type of device; left out where that is unknown. */
  readonly header?: { readonly capabilitiesPointer?: number };
  /** All bytes behind the header, from 64 on. */
  readonly capabilities: Uint8Array;
}

/** Where the capabilities begin. */
const HEADER_SIZE = 64;
/** What a device without PCI has. */
const NOTHING: PciCapabilities = { capabilities: new Uint8Array(0) };
/** The identifier of the MSI-X capability. */
const MSIX = 0x11;

/**
 * Entries of a device's MSI-X table: the capability of that name has one less in its control word. The list of
 * capabilities begins where the header points, and each has its identifier, where the next one is, and its content.
 *
 * Sources: PCI Local Bus Specification 3.0, 6.7 and 6.8.2.3; QEMU hw/pci/msix.c, `msix_save`.
 *
 * @param config left out for a device that is not on PCI
 * @returns 0 for a device without MSI-X, also where the list is broken or goes round in circles
 * @example a pointer of 0x40 and capabilities that begin `11 00 04 00` have 5 vectors
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

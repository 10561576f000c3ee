import type { FieldOverlay } from './overlay.js';

/**
 * Overlays for all fields that contain a given description. An overlay for the field itself takes precedence.
 */
export const CONTENTS: Readonly<Record<string, FieldOverlay>> = {
  PCIDevice: { name: 'pciDevice' },
  USBDevice: { name: 'usbDevice' },
  SCSIDevice: { name: 'scsiDevice' },
  msix: {
    name: 'msix',
    // QEMU hw/pci/msix.c, msix_save: the device's own capability determines the number of entries
    relations: ['$.msix.with(msixVectors.of(msixVectorsIn($.pciDevice.$.config)))'],
  },
};

/** Prefixes of QEMU's names for nested structs, which are of no interest to readers. */
export const PREFIXES: RegExp = /^(?:env\.|mac_reg\[(?=[A-Z])|(?:parent_obj\.)+(?=.))/;

/** Descriptions that no table refers to, and that are not sections either: overlays include them in others. */
export const WITHIN: ReadonlySet<string> = new Set([
  'virtio',
  'virtio_pci',
  'virtio_mmio',
  'virtio-balloon-device',
  'virtio-iommu-device',
  'virtio-mem-device',
  'virtio-net-device',
]);

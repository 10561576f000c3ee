import type { FieldOverlay } from './overlay.js';

/**
 * What is known of fields by the description that they hold, wherever they are. What is known of a field itself goes before
 * it.
 */
export const CONTENTS: Readonly<Record<string, FieldOverlay>> = {
  PCIDevice: { name: 'pciDevice' },
  USBDevice: { name: 'usbDevice' },
  SCSIDevice: { name: 'scsiDevice' },
  msix: {
    name: 'msix',
    // QEMU hw/pci/msix.c, msix_save: as many entries as the device's own capability says
    relations: ['$.msix.with(msixVectors.of(msixVectorsIn($.pciDevice.$.config)))'],
  },
};

/** What QEMU's names begin with where a struct is within another one: it says nothing to readers. */
export const PREFIXES: RegExp = /^(?:env\.|mac_reg\[(?=[A-Z])|(?:parent_obj\.)+(?=.))/;

/** Descriptions that no table refers to, and that are no sections either: overlays have them within others. */
export const WITHIN: ReadonlySet<string> = new Set([
  'virtio',
  'virtio_pci',
  'virtio_mmio',
  'virtio-balloon-device',
  'virtio-iommu-device',
  'virtio-mem-device',
  'virtio-net-device',
]);

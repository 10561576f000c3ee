/** What people are told of a fact of the machine that no file says. */
export interface FactNote {
  /** What it means that it is true, or what its number counts. */
  readonly means: string;
  /** How QEMU is started so that it is true, and so that it is not, where something decides it. */
  readonly on?: string;
  readonly off?: string;
  /** QEMU's source. */
  readonly source: string;
}

/** Facts in words, by the names that they have in `facts.ts`. */
export const FACT_NOTES: Readonly<Record<string, FactNote>> = {
  smbus: {
    means: 'the SMBus host is migrated: from machine type 4.0 on',
    on: 'a machine type from 4.0 on, such as pc-i440fx-4.0',
    off: 'a machine type before 4.0, such as pc-i440fx-3.1: nothing else decides it',
    source:
      'QEMU hw/acpi/piix4.c, vmstate_pm_smbus; hw/core/machine.c, hw_compat_3_1: PIIX4_PM smb-migration',
  },
  bridgeHotplug: {
    means: 'bridges take hot-plugged devices by ACPI',
    on: '-global PIIX4_PM.acpi-pci-hotplug-with-bridge-support=on, as from pc-i440fx-2.0 on',
    off: '-global PIIX4_PM.acpi-pci-hotplug-with-bridge-support=off, as before pc-i440fx-2.0 and under Xen',
    source: 'QEMU hw/acpi/piix4.c, vmstate_test_use_acpi_hotplug_bridge',
  },
  acpiIndex: {
    means: 'the ACPI index of a slot is migrated: from machine type 7.0 on',
    on: 'a machine type from 7.0 on, or -global PIIX4_PM.x-not-migrate-acpi-index=off',
    off: 'a machine type before 7.0, or -global PIIX4_PM.x-not-migrate-acpi-index=on',
    source: 'QEMU hw/acpi/piix4.c, vmstate_test_migrate_acpi_index; hw/core/machine.c, hw_compat_6_2',
  },
  pciConfigSize: {
    means: 'bytes of the configuration space: 4096 of a device on PCI Express, 256 of others',
    on: 'the device on the bus where it was',
    source: 'QEMU hw/pci/pci.c, pci_config_size',
  },
  scanoutFormats: {
    means: "a GPU's outputs have a format and a place: from machine type 9.0 on",
    on: 'a machine type from 9.0 on, or -global virtio-gpu-device.x-scanout-vmstate-version=2',
    off: 'a machine type before 9.0, or -global virtio-gpu-device.x-scanout-vmstate-version=1',
    source: 'QEMU hw/display/virtio-gpu.c, vmstate_before_v2; hw/core/machine.c, hw_compat_8_2',
  },
  ich9Smbus: {
    means: 'the SMBus host of ICH9 saves its registers: from machine type 4.0 on',
    on: 'a machine type from 4.0 on, such as pc-q35-4.0',
    off: 'a machine type before 4.0, such as pc-q35-3.1: nothing else decides it',
    source: 'QEMU hw/i2c/smbus_ich9.c, ich9_vmstate_need_smbus',
  },
  timeAdjust: {
    means: 'how the timer is adjusted is migrated: from machine type 9.0 on',
    on: 'a machine type from 9.0 on, or -global e1000e.migrate-timadj=on',
    off: 'a machine type before 9.0, or -global e1000e.migrate-timadj=off',
    source: 'QEMU hw/net/e1000e.c, e1000e_migrate_timadj; hw/core/machine.c, hw_compat_8_2',
  },
  earlyMemory: {
    means: 'the map of a virtio memory device is migrated early, by itself: from machine type 8.0 on',
    on: 'a machine type from 8.0 on, or -global virtio-mem.x-early-migration=on',
    off: 'a machine type before 8.0, or -global virtio-mem.x-early-migration=off',
    source: 'QEMU hw/virtio/virtio-mem.c, virtio_mem_vmstate_field_exists; hw/core/machine.c, hw_compat_7_2',
  },
  portMsix: {
    means: 'a port of PCI Express has MSI-X: from machine type 2.10 on',
    on: '-global pcie-root-port.x-migrate-msix=on, as from machine type 2.10 on',
    off: '-global pcie-root-port.x-migrate-msix=off, as before machine type 2.10',
    source: 'QEMU hw/pci-bridge/gen_pcie_root_port.c, gen_rp_test_migrate_msix',
  },
  standardHotplug: {
    means: 'a bridge has a controller for hot-plugging',
    on: '-device pci-bridge,shpc=on,…',
    off: '-device pci-bridge,shpc=off,…',
    source: 'QEMU hw/pci-bridge/pci_bridge_dev.c',
  },
  ahciPorts: { means: 'ports of an AHCI controller', source: 'QEMU hw/ide/ahci.c' },
  xhciSlots: {
    means: 'slots of an xHCI controller',
    on: '-device qemu-xhci,slots=N',
    source: 'QEMU hw/usb/hcd-xhci.c, XHCI_MAXSLOTS',
  },
  xhciInterrupters: {
    means: 'interrupters of an xHCI controller',
    on: '-device qemu-xhci,intrs=N',
    source: 'QEMU hw/usb/hcd-xhci.c, XHCI_MAXINTRS',
  },
  multiqueue: {
    means: 'a network device has more than one pair of queues',
    on: '-device virtio-net-pci,mq=on, and queues=N of its backend',
    off: 'a backend of one pair of queues',
    source: 'QEMU hw/net/virtio-net.c, max_queue_pairs_gt_1',
  },
  onMmio: { means: 'a virtio device is on MMIO and not on PCI', source: 'QEMU hw/virtio/virtio-mmio.c' },
  onPcie: { means: 'a PVSCSI controller is on PCI Express', source: 'QEMU hw/scsi/vmw_pvscsi.c' },
  flashBlockSize: {
    means: "bytes of a flash chip's block that is being written",
    source: 'QEMU hw/block/pflash_cfi01.c',
  },
  sdGroupWords: {
    means: "words of an SD card's map of protected groups: its size",
    source: 'QEMU hw/sd/sd.c',
  },
  sdBufferSize: { means: "bytes of an SD host controller's buffer", source: 'QEMU hw/sd/sdhci.c' },
};

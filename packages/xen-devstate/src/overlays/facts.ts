import type { Parameter } from '@bytewright/schema-dsl';
import { bool, parameter, u32be } from '@bytewright/schema-dsl';

// What a machine is made of and no file says. A section is read with the first candidates with which everything up to the
// next section's header parses; a device by itself with the first with which it ends where the bytes do. The commonest come first.

export { pciConfigSize } from '../vmstate/pci-config.js';
export { scsiController } from '../vmstate/scsi-requests.js';
export { onMmio } from '../vmstate/virtio.js';

/** A fact that is so or not, as `first` says more often. */
const flag = (name: string, first = false): Parameter<boolean> =>
  parameter(name, bool, { candidates: [first, !first] });
const number = (name: string, ...candidates: [number, ...number[]]): Parameter<number> =>
  parameter(name, u32be, { candidates });
/** A number that nobody can search for. */
const said = (name: string, preset = 0): Parameter<number> => parameter(name, u32be, { default: preset });

/** Whether the SMBus host is migrated: from machine type 4.0 on. Source: QEMU hw/acpi/piix4.c, `piix4_vmstate_need_smbus`. */
export const smbus: Parameter<boolean> = flag('smbus');
/** Whether bridges take hot-plugged devices by ACPI; never under Xen. Source: QEMU hw/acpi/piix4.c. */
export const bridgeHotplug: Parameter<boolean> = flag('bridgeHotplug');
/** Whether the ACPI index of a slot is migrated: from machine type 7.0 on. Source: QEMU hw/core/machine.c, `hw_compat_6_2`. */
export const acpiIndex: Parameter<boolean> = flag('acpiIndex', true);
/** Ports of an AHCI controller: 6 of ICH9's. Source: QEMU hw/ide/ahci.c. */
export const ahciPorts: Parameter<number> = number('ahciPorts', 6, 1, 2, 4, 8, 32);
/** Slots of an xHCI controller: 64, unless it is told otherwise. Source: QEMU hw/usb/hcd-xhci.c, `XHCI_MAXSLOTS`. */
export const xhciSlots: Parameter<number> = number('xhciSlots', 64);
/** Interrupters of an xHCI controller: 16, and one of a microvm's. Source: QEMU hw/usb/hcd-xhci.c, `XHCI_MAXINTRS`. */
export const xhciInterrupters: Parameter<number> = number('xhciInterrupters', 16, 1, 4, 8);
/** Bytes of a FIFO: 16 in a serial port. Source: QEMU hw/char/serial.c, `UART_FIFO_LENGTH`. */
export const fifoSize: Parameter<number> = number('fifoSize', 16);
/** Whether a bridge has a controller for hot-plugging: its property `shpc`. Source: QEMU hw/pci-bridge/pci_bridge_dev.c. */
export const standardHotplug: Parameter<boolean> = flag('standardHotplug');
/** Whether a PCI Express port has MSI-X. Source: QEMU hw/pci-bridge/gen_pcie_root_port.c, `gen_rp_test_migrate_msix`. */
export const portMsix: Parameter<boolean> = flag('portMsix', true);
/** The ESP controller's own version, which its bus saves in front of it. Source: QEMU hw/scsi/esp.c, `mig_version_id`. */
export const espVersion: Parameter<number> = said('espVersion', 0);
/** Bytes of a flash chip's block that is being written. Source: QEMU hw/block/pflash_cfi01.c, `writeblock_size`. */
export const flashBlockSize: Parameter<number> = number('flashBlockSize', 2048, 256, 4096);
/**
 * Bits of an SD card's map of protected groups: one for each 256 KiB, of cards of powers of two, of 64 MiB and less up to 64 GiB.
 * Source: QEMU hw/sd/sd.c, `sd_reset`.
 */
export const sdGroupWords: Parameter<number> = number(
  'sdGroupWords',
  1,
  2,
  3,
  5,
  9,
  17,
  33,
  65,
  129,
  257,
  513,
);
/** Bytes of an SD host controller's buffer. Source: QEMU hw/sd/sdhci.c, `sdhci_get_fifolen`. */
export const sdBufferSize: Parameter<number> = number('sdBufferSize', 512, 1024, 2048);
/** Words of a virtio memory device's map: a bit for each of its blocks. Source: QEMU hw/virtio/virtio-mem.c. */
export const memoryWords: Parameter<number> = said('memoryWords', 1);
/** Whether a GPU's outputs have what was added in QEMU 9.0: from machine type 9.0 on. Source: QEMU hw/display/virtio-gpu.c. */
export const scanoutFormats: Parameter<boolean> = flag('scanoutFormats', true);
/** Whether an SMBus host of ICH9 saves its registers: from machine type 4.0 on. Source: QEMU hw/i2c/smbus_ich9.c. */
export const ich9Smbus: Parameter<boolean> = flag('ich9Smbus', true);
/** Bytes of a vmxnet3's list of multicast addresses: its parent says. Source: QEMU hw/net/vmxnet3.c. */
export const multicastSize: Parameter<number> = said('multicastSize');
/** Whether a network device's backend has more than one pair of queues. Source: QEMU hw/net/virtio-net.c, `max_queue_pairs_gt_1`. */
export const multiqueue: Parameter<boolean> = flag('multiqueue');
/** Other queue pairs of a virtio network device: its parent says. Source: QEMU hw/net/virtio-net.c. */
export const otherQueues: Parameter<number> = said('otherQueues');

/** Whether an e1000e saves how its timer is adjusted: from machine type 8.0 on. Source: QEMU hw/core/machine.c, `hw_compat_7_2`. */
export const timeAdjust: Parameter<boolean> = flag('timeAdjust', true);
/** Whether a PVSCSI controller is on PCI Express. Source: QEMU hw/scsi/vmw_pvscsi.c, `pvscsi_vmstate_need_pcie_device`. */
export const onPcie: Parameter<boolean> = flag('onPcie');
/** Whether a virtio memory device saves its map earlier, on its own: from machine type 8.0 on. */
export const earlyMemory: Parameter<boolean> = flag('earlyMemory', true);

import type { Parameter } from '@bytewright/schema-dsl';
import { bool, parameter, u32be } from '@bytewright/schema-dsl';

// What a machine is made of and no file says. A section is read with the first candidates with which everything up to the
// next section's header parses.

const flag = (name: string, preset = false): Parameter<boolean> => parameter(name, bool, { default: preset });
const number = (name: string, preset = 0): Parameter<number> => parameter(name, u32be, { default: preset });

/** Bytes of a PCI device's configuration space: 4096 for PCI Express. Source: QEMU hw/pci/pci.c, `pci_config_size`. */
export const pciConfigSize = number('pciConfigSize', 256);
/** Entries of a device's MSI-X table. Source: QEMU hw/pci/msix.c. */
export const msixVectors = number('msixVectors');
/** Whether the SMBus host is migrated: from machine type 4.0 on. Source: QEMU hw/acpi/piix4.c, `piix4_vmstate_need_smbus`. */
export const smbus = flag('smbus');
/** Whether bridges take hot-plugged devices by ACPI; never under Xen. Source: QEMU hw/acpi/piix4.c. */
export const bridgeHotplug = flag('bridgeHotplug');
/** Whether the ACPI index of a slot is migrated: from machine type 6.1 on. Source: QEMU hw/acpi/piix4.c. */
export const acpiIndex = flag('acpiIndex');
/** Slots for memory. Source: QEMU hw/acpi/memory_hotplug.c. */
export const memorySlots = number('memorySlots');
/** Processors there can be. Source: QEMU hw/acpi/cpu.c. */
export const processors = number('processors');
/** Ports of an AHCI controller: 6 of ICH9's. Source: QEMU hw/ide/ahci.c. */
export const ahciPorts = number('ahciPorts');
/** Ports, slots and interrupters of an xHCI controller. Source: QEMU hw/usb/hcd-xhci.c. */
export const xhciPorts = number('xhciPorts');
export const xhciSlots = number('xhciSlots');
export const xhciInterrupters = number('xhciInterrupters');
/** Bytes of a FIFO: 16 in a serial port. Source: QEMU hw/char/serial.c, `UART_FIFO_LENGTH`. */
export const fifoSize = parameter('fifoSize', u32be, { default: 16 });

/** What each fact may be, the commonest first. */
export const CANDIDATES: Readonly<Record<string, readonly [unknown, ...unknown[]]>> = {
  pciConfigSize: [256, 4096],
  smbus: [false, true],
  bridgeHotplug: [false, true],
  acpiIndex: [true, false],
  ahciPorts: [6, 1, 2, 4, 8, 32],
};

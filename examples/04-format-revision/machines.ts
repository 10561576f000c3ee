/**
 * A small PC in the shape that Xen gives it: no footers, no global state, and no hot-plugging behind bridges. Its only other
 * device is one on PCI whose name has an "o" as the sixth letter, as Xen's own "platform" has.
 */
const COMMON = [
  ...['-accel', 'tcg', '-m', '16', '-nodefaults', '-vga', 'none'],
  ...['-global', 'migration.send-section-footer=off', '-global', 'migration.store-global-state=off'],
  ...['-global', 'PIIX4_PM.acpi-pci-hotplug-with-bridge-support=off', '-global', 'apic-common.vapic=off'],
  ...['-rtc', 'base=2020-02-01T12:00:00,clock=vm', '-device', 'virtio-rng-pci,addr=2'],
];

/** The machine before the upgrade: `files/old.dev.gz` is what QEMU 7.2 saves of it. */
export const OLD: readonly string[] = ['-M', 'pc-i440fx-3.1', ...COMMON];

/** The machine after it: `files/new.dev.gz`. Nothing differs but the machine type. */
export const NEW: readonly string[] = ['-M', 'pc-i440fx-4.0', ...COMMON];

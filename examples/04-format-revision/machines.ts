/**
 * A small PC configured the way Xen does: no footers, no global state, and no hot-plugging behind bridges. Its only other
 * device is a PCI device whose name has an "o" as its sixth letter, like Xen's own "platform".
 */
const COMMON = [
  ...['-accel', 'tcg', '-m', '16', '-nodefaults', '-vga', 'none'],
  ...['-global', 'migration.send-section-footer=off', '-global', 'migration.store-global-state=off'],
  ...['-global', 'PIIX4_PM.acpi-pci-hotplug-with-bridge-support=off', '-global', 'apic-common.vapic=off'],
  ...['-rtc', 'base=2020-02-01T12:00:00,clock=vm', '-device', 'virtio-rng-pci,addr=2'],
];

/** The machine before the upgrade: QEMU 7.2 saves it as `files/old.dev.gz`. */
export const OLD: readonly string[] = ['-M', 'pc-i440fx-3.1', ...COMMON];

/** The machine after the upgrade: `files/new.dev.gz`. Only the machine type differs. */
export const NEW: readonly string[] = ['-M', 'pc-i440fx-4.0', ...COMMON];

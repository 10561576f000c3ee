import { describe, expect, test } from 'vitest';
import { compareSides } from '../../src/compare/compare-sides.js';
import { sideOfSchemas } from '../../src/compare/side.js';
import { CATALOGS } from '../../src/open/catalogs.js';

// The output of QEMU's scripts/vmstate-static-checker.py (ported to Python 3) for Debian's 7.2.22 and 10.0.13, each dumped with
// `qemu-system-x86_64 -M pc-i440fx-7.2 -nodefaults -display none -dump-vmstate FILE`. Its sections are device types, several of
// which share one description: `description` is the "Description" in the files.
const FORWARD: readonly (readonly [section: string, description: string, finding: string])[] = [
  ['e1000e', 'e1000e', 'expected core.eitr_guest_value, got core.itr_guest_value'],
  ['acpi-ged', 'acpi-ghes', 'expected ghes_addr_le, got hw_error_le'],
  ['serial-mm', 'serial', 'not in dest'],
  ['sysbus-ahci', 'sysbus-ahci', 'not in dest'],
  ['am53c974, dc390', 'esp', 'expected data_in_ready, got data_ready'],
  ['am53c974, dc390', 'esp', 'subsections missing'],
  ['sysbus-esp', 'esp', 'expected data_in_ready, got data_ready'],
  ['hpet', 'hpet', 'expected num_timers, got num_timers_save'],
];
const BACKWARD: typeof FORWARD = [
  ['acpi-ged', 'acpi-ged', 'subsection acpi-ged/cpuhp not found'],
  ['sd-card', 'sd-card', 'subsection sd-card/ext_csd_modes-state not found'],
  ['virtio-gpu-device', 'virtio-gpu', 'subsections missing'],
  ['kvm-i8259, pic-common, isa-i8259', 'i8259', 'subsections missing'],
  ['am53c974, dc390, sysbus-esp', 'esp', 'version error: 7 > 6'],
  ['uefi-vars-sysbus, uefi-vars-x64', 'uefi-vars-sysbus', 'not in dest'],
  ['vhost-vdpa-device', 'vhost-vdpa-device', 'not in dest'],
  ['vhost-user-fs-device', 'vhost-user-fs', 'fields missing'],
  ['virtio-sound-device', 'virtio-sound-device', 'not in dest'],
  ['xen-xenstore', 'xen_xenstore', 'not in dest'],
  ['xen-gnttab', 'xen_gnttab', 'not in dest'],
  ['xen-evtchn', 'xen_evtchn', 'not in dest'],
  ['xen-overlay', 'xen_overlay', 'not in dest'],
  ['xen-platform', 'platform', 'not in dest'],
  ['igb', 'igb', 'not in dest'],
  ['ramfb', 'ramfb-dev', 'not in dest'],
  ['vmclock', 'vmclock', 'not in dest'],
  ['piix4-isa', 'PIIX4', 'not in dest'],
];
// It also reports other device types with a description that both builds have (acpi-ged-x86, pci-piix3, PIIX3-xen,
// piix3-ide, piix4-ide, emmc, sd-card-spi, sdmmc-common, virtio-gpu-gl-device, virtio-multitouch-device), and devices that
// cannot be migrated and have no fields (ufs, vhost-user-device, vhost-user-snd).

const [old, now] = await Promise.all(
  (['qemu-7.2', 'qemu-10.0'] as const).map(async (name) =>
    sideOfSchemas((await CATALOGS[name].schemas()).devices, { name, title: name }),
  ),
);
const { devices, parts, renames, removed, added } = compareSides(old as never, now as never); // both are there

/** Descriptions with reported differences. */
const told = new Set([
  ...devices.flatMap(({ structs }) => structs.map(({ struct }) => struct)),
  ...[...parts, ...renames].map(({ struct }) => struct),
  ...[...removed, ...added].map((device) => device.replace(' (other layout)', '')),
]);

describe('finds what the static checker finds', () => {
  test.each([...FORWARD, ...BACKWARD])('%s: %s: %s', (_, description) => {
    expect(told).toContain(description);
  });
});

test('finds what the static checker cannot see', () => {
  // descriptions without a qdev device; array sizes; types; structs written by QEMU's own code
  const beyond = [
    'globalstate',
    'replay',
    'cpu',
    'sb16',
    'ahci',
    'virtio-gpu-one-scanout',
    'virtio-mem-device',
  ];
  expect(beyond.filter((one) => !told.has(one))).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import type { SidesComparison } from '../../src/compare/compare-sides.js';
import { compareSides } from '../../src/compare/compare-sides.js';
import type { Side } from '../../src/compare/side.js';
import { sideOfSchemas } from '../../src/compare/side.js';
import type { Outcome } from '../../src/compare/verdict.js';
import type { CatalogName } from '../../src/open/catalogs.js';
import { CATALOG_NAMES, CATALOGS } from '../../src/open/catalogs.js';

async function side(name: CatalogName): Promise<Side> {
  return sideOfSchemas((await CATALOGS[name].schemas()).devices, { name, title: name });
}

const comparison = compareSides(await side('qemu-7.2'), await side('qemu-10.0'));

const deviceOf = (
  { devices }: SidesComparison,
  name: string,
): SidesComparison['devices'][number] | undefined => devices.find(({ device }) => device === name);

/** The changes in a struct of a device. */
const changesIn = (device: string, struct: string): unknown =>
  deviceOf(comparison, device)?.structs.find((one) => one.struct === struct)?.changes;

test.each(CATALOG_NAMES)('%s does not differ from itself', async (name) => {
  const { same, devices, renames, removed, added } = compareSides(await side(name), await side(name));
  expect({ same, devices, renames, removed, added }).toEqual({
    ...{ same: true, devices: [], renames: [], removed: [], added: [] },
  });
});

describe('from QEMU 7.2 to 10.0', () => {
  // Independent evidence for each row. "names": the names are in one binary's strings and not in the other's. "dump": both
  // binaries' -dump-vmstate. "capture": VMDESCRIPTIONs of both. "tried": Debian's 7.2.22 and 10.0.13 with -M pc-i440fx-7.2,
  // a stream of one loaded into the other.
  const FOUND: readonly (readonly [device: string, forward: Outcome, backward: Outcome])[] = [
    ['VFIOPCIDevice', 'survives', 'depends'], // names: VFIOPCIDevice/VFIODisplay
    ['acpi-ged', 'survives', 'depends'], // dump: acpi-ged/cpuhp
    ['cpu', 'survives', 'depends'], // names: cpu/xen_vcpu, cpu/msr_hwcr, cpu/fred
    ['e1000e', 'depends', 'loads wrongly'], // dump, capture; tried: loaded both ways with this machine type
    ['globalstate', 'depends', 'depends'], // capture; tried: loaded both ways
    ['i8259', 'survives', 'depends'], // dump: i8259/ltim; tried: loaded both ways
    ['pciespscsi', 'fails', 'loads wrongly'], // dump; tried: "Missing section footer for 0000:00:02.0/pciespscsi"; back: loaded
    ['replay', 'fails', 'fails'], // QEMU replay/replay-snapshot.c, vmstate_replay
    ['sb16', 'survives', 'loads wrongly'], // capture; tried: loaded both ways, and irq is 0 on the way back
    ['sd-card', 'survives', 'loads wrongly'], // dump
    ['sysbusespscsi', 'fails', 'loads wrongly'], // dump
    ['virtio-gpu', 'depends', 'depends'], // dump, capture; tried: loaded both ways with this machine type
    ['virtio-mem', 'depends', 'depends'], // names: virtio-mem-device-early
    ['virtio-net', 'survives', 'depends'], // names: virtio-net-device/backend
  ];

  test('exactly these devices differ on the wire', () => {
    expect(
      comparison.devices.map(({ device, forward, backward }) => [device, forward.outcome, backward.outcome]),
    ).toEqual(FOUND);
  });

  test("the state of a virtio GPU's output grows from 52 to 76 bytes", () => {
    // 52 and 76 are the sizes of the field in VMDESCRIPTIONs of the two: q35 with virtio-gpu-pci
    expect(deviceOf(comparison, 'virtio-gpu')?.resized).toEqual([
      { field: 'virtio-gpu', before: 52, after: 76 },
    ]);
    const where = 'if scanoutFormats (machine types 9.0 and later)';
    expect(changesIn('virtio-gpu', 'virtio-gpu-one-scanout')).toMatchObject(
      [
        ['fb.format', `uint32, 4 bytes, ${where}`],
        ['unused', `unused_buffer, 4 bytes, ${where}`],
        ['fb.width', `uint32, 4 bytes, ${where}`],
        ['fb.height', `uint32, 4 bytes, ${where}`],
        ['fb.stride', `uint32, 4 bytes, ${where}`],
        ['fb.offset', `uint32, 4 bytes, ${where}`],
      ].map(([field, after]) => ({ kind: 'field-added', field, before: undefined, after, isOnWire: true })),
    );
  });

  test('globalstate divides its 104 bytes differently without a new version', () => {
    const difference = deviceOf(comparison, 'globalstate');
    expect(difference?.structs).toMatchObject([
      { struct: 'globalstate', before: { usual: 104 }, after: { usual: 104 } },
    ]);
    expect(changesIn('globalstate', 'globalstate')).toMatchObject([
      { kind: 'field-resized', field: 'runstate', before: '100 bytes', after: '32 bytes' },
      { kind: 'field-added', field: 'has_vm_was_suspended', after: 'uint8, 1 byte' },
      { kind: 'field-added', field: 'vm_was_suspended', after: 'uint8, 1 byte' },
      { kind: 'field-added', field: 'unused', after: 'buffer, 66 bytes' },
    ]);
    expect(difference?.forward.reasons).toEqual([
      'runstate (100 bytes) is read as runstate (32 bytes), has_vm_was_suspended (1 byte), vm_was_suspended (1 byte), unused (66 bytes)',
    ]);
  });

  test('an ESP controller of 7.2 lacks a byte that 10.0 reads', () => {
    expect(deviceOf(comparison, 'pciespscsi')?.forward.reasons[0]).toBe(
      'it expects esp.drq_state, but nothing more is sent: says "Missing section footer for pciespscsi"; without footers, as under Xen, it continues at the wrong offset',
    );
    expect(deviceOf(comparison, 'pciespscsi')?.backward.reasons).toEqual([
      'esp.lun is read as esp.ti_cmd, esp.drq_state is read as esp.lun: the sizes are equal',
    ]);
    expect(comparison.parts.map(({ struct, devices }) => [struct, devices])).toEqual([
      ['esp', ['pciespscsi', 'sysbusespscsi']],
    ]);
  });

  test('renamed and retyped fields are listed separately', () => {
    expect(
      comparison.renames.map(({ struct, devices, changes }) => [
        struct,
        devices,
        changes.map(({ before, after }) => `${before} → ${after}`),
      ]),
    ).toEqual([
      ['acpi-ghes', ['acpi-ged'], ['ghes_addr_le → hw_error_le']],
      ['hpet', ['hpet'], ['num_timers → num_timers_save']],
      ['ahci', ['ich9_ahci'], ['int32 equal, 4 bytes → uint32 equal, 4 bytes']],
      ['esp', ['pciespscsi', 'sysbusespscsi'], ['6 → 7', 'data_in_ready → data_ready']],
    ]);
  });

  test('subsections that both sides define are not differences, whichever side sends them', () => {
    const known = (name: string): readonly string[] =>
      comparison.unchanged.find(({ device }) => device === name)?.subsections ?? [];
    expect(known('rtl8139')).toEqual(['rtl8139/hotplug_ready']);
    expect(known('virtio-blk')).toContain('virtio/ringsize');
  });

  test('devices of one build only are listed separately', () => {
    expect(comparison.removed).toEqual(['serial (other layout)', 'sysbus-ahci']);
    expect(comparison.added).toEqual([
      ...['CprState', 'PIIX4', 'igb', 'platform', 'ramfb-dev', 'uefi-vars-sysbus', 'vhost-user-fs'],
      ...['vhost-vdpa-device', 'virtio-mem-device-early', 'virtio-sound-device', 'vmclock'],
      ...['xen_evtchn', 'xen_gnttab', 'xen_overlay', 'xen_xenstore'],
    ]);
  });

  test('the opposite direction gives the reverse comparison', async () => {
    const back = compareSides(await side('qemu-10.0'), await side('qemu-7.2'));
    expect(
      back.devices.map(({ device, forward, backward }) => [device, backward.outcome, forward.outcome]),
    ).toEqual(FOUND);
    expect([back.removed, back.added]).toEqual([comparison.added, comparison.removed]);
  });
});

test("Xen's i386 build has a 32-bit CPU", async () => {
  const { devices } = compareSides(await side('qemu-7.2'), await side('qemu-7.2-xen'), new Set(['cpu']));
  const [cpu] = devices;
  expect(cpu?.structs.find(({ struct }) => struct === 'cpu')?.changes).toContainEqual(
    // target/i386/machine.c: VMSTATE_UINTTL_ARRAY(env.regs, X86CPU, CPU_NB_REGS)
    {
      kind: 'field-retyped',
      field: 'env.regs',
      before: 'uint64[16], 128 bytes',
      after: 'uint32[8], 32 bytes',
      isOnWire: true,
    },
  );
});

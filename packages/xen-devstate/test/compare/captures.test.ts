import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compareSides } from '../../src/compare/compare-sides.js';
import { sentSubsections } from '../../src/compare/sent-subsections.js';
import type { Side } from '../../src/compare/side.js';
import { sideOfCapture, sideOfSchemas, sideOfTables } from '../../src/compare/side.js';
import { bytesSource } from '../../src/containers/byte-source.js';
import { readVmDescription } from '../../src/containers/read-vm-description.js';
import { Program } from '../../src/import/elf/program.js';
import { calibrate } from '../../src/import/tables/calibrate.js';
import { readDescriptions } from '../../src/import/tables/read-descriptions.js';
import type { CatalogName } from '../../src/open/catalogs.js';
import { CATALOGS } from '../../src/open/catalogs.js';
import type { OpenedFile } from '../../src/open/opened-file.js';
import { openFile } from '../../src/open/opened-file.js';
import type { DescribedStruct } from '../../src/vmdescription/described.js';
import { readDescription } from '../../src/vmdescription/read-description.js';
import { deviceName } from '../../src/wire/device-name.js';

function capture(file: string): Side {
  const bytes = gunzipSync(readFileSync(new URL(`../fixtures/${file}`, import.meta.url)));
  const description = readVmDescription(bytesSource(bytes));
  if (description === undefined) throw new Error(`${file} has no description`);
  return sideOfCapture(description, { name: file, title: file });
}

async function catalog(name: CatalogName): Promise<Side> {
  return sideOfSchemas((await CATALOGS[name].schemas()).devices, { name, title: name });
}

/** A machine with one device, as in a VMDESCRIPTION. */
function machine(name: string, device: object): Side {
  const text = JSON.stringify({ page_size: 4096, devices: [{ instance_id: 0, ...device }] });
  return sideOfCapture(readDescription(text), { name, title: name });
}

describe('captures', () => {
  test('of a Xen-like machine differ in the name of a field', () => {
    const { same, devices, renames } = compareSides(
      capture('qemu-7.2/xen-pc-b3.vmdesc.json.gz'),
      capture('qemu-10.0/xen-pc-b3.vmdesc.json.gz'),
    );
    expect({ same, devices }).toEqual({ same: true, devices: [] });
    expect(renames.map(({ struct, changes }) => [struct, changes.map(({ after }) => after)])).toEqual([
      ['hpet', ['num_timers_save']],
    ]);
  });

  test('with globalstate differ in it', () => {
    const { devices } = compareSides(
      capture('qemu-7.2/pc-default-b3.mig.gz'),
      capture('qemu-10.0/pc-nics-user.vmdesc.json.gz'),
      new Set(['globalstate']),
    );
    expect(devices.map(({ device, structs }) => [device, structs[0]?.changes.length])).toEqual([
      ['globalstate', 4],
    ]);
  });

  test('show subsections that only one machine sent', () => {
    const rtl8139 = (subsections: readonly object[]): object => ({
      name: '0000:00:03.0/rtl8139',
      vmsd_name: 'rtl8139',
      version: 5,
      fields: [{ name: 'phys', type: 'buffer', size: 6 }],
      subsections,
    });
    const ready = { vmsd_name: 'rtl8139/hotplug_ready', version: 1, fields: [] };
    const { devices } = compareSides(machine('old', rtl8139([ready])), machine('new', rtl8139([])));
    expect(devices).toMatchObject([
      {
        device: 'rtl8139',
        structs: [{ changes: [{ kind: 'subsection-removed', field: 'rtl8139/hotplug_ready' }] }],
        forward: { outcome: 'survives' }, // a capture does not show what else its machine knows
      },
    ]);
  });

  test('with a new subsection are refused by a build that does not know it', async () => {
    const blk = machine('new', {
      name: '0000:00:03.0/rtl8139',
      vmsd_name: 'rtl8139',
      version: 5,
      fields: [],
      subsections: [{ vmsd_name: 'rtl8139/later', version: 1, fields: [] }],
    });
    const { devices } = compareSides(blk, await catalog('qemu-7.2'));
    expect(devices[0]?.forward.reasons).toContain(
      `says "VM subsection 'rtl8139/later' in 'rtl8139' does not exist"`,
    );
  });
});

describe('a capture and the catalog of its QEMU', () => {
  test.each([
    ['qemu-7.2/pc-default-b3.mig.gz', 'qemu-7.2'],
    ['qemu-7.2/pc-bridges.vmdesc.json.gz', 'qemu-7.2'],
    ['qemu-7.2/pc-linux-virtio-mid.vmdesc.json.gz', 'qemu-7.2'],
    ['qemu-7.2/microvm.vmdesc.json.gz', 'qemu-7.2'],
    ['qemu-7.2/isapc-b2.vmdesc.json.gz', 'qemu-7.2'],
    ['qemu-10.0/pc-nics-user.vmdesc.json.gz', 'qemu-10.0'],
    ['qemu-10.0/pc-scsi-hbas.vmdesc.json.gz', 'qemu-10.0'],
    ['qemu-10.0/q35-default-b3.mig.gz', 'qemu-10.0'],
  ] as const)('do not differ: %s', async (file, name) => {
    const { same, renames, removed, added } = compareSides(capture(file), await catalog(name));
    expect({ same, renames, removed, added }).toEqual({ same: true, renames: [], removed: [], added: [] });
  });

  test('of another QEMU show the differences of the two builds', async () => {
    const { devices } = compareSides(capture('qemu-7.2/pc-default-b3.mig.gz'), await catalog('qemu-10.0'));
    expect(devices.map(({ device, forward }) => [device, forward.outcome])).toEqual([
      ['globalstate', 'depends'],
    ]);
  });
});

describe('tables of programs', () => {
  const program = (name: string): Side => {
    const bytes = readFileSync(new URL(`../fixtures/programs/tables-${name}.elf`, import.meta.url));
    const loaded = Program.open(new Uint8Array(bytes));
    return sideOfTables(readDescriptions(loaded, calibrate(loaded).layout), { name, title: name });
  };

  test.each(['5.2', '10.0', '11.1-packed'])('are the same for the memory layouts of 7.2 and %s', (other) => {
    const { same, unchanged, renames, removed, added } = compareSides(program('7.2'), program(other));
    expect({ same, renames, removed, added }).toEqual({ same: true, renames: [], removed: [], added: [] });
    expect(unchanged.length).toBeGreaterThan(5);
  });
});

describe('device-state files', () => {
  const file = (name: string): Promise<OpenedFile> =>
    openFile(gunzipSync(readFileSync(new URL(`../fixtures/${name}.dev.gz`, import.meta.url))));

  async function fileSide(name: string): Promise<Side> {
    const { opened, sections } = await file(name);
    const { devices } = await opened.codec.schemas();
    return sideOfSchemas(devices, { name, title: name }, sentSubsections(sections));
  }

  /** Subsections from QEMU's own VMDESCRIPTION of the same machine. */
  function described(name: string): readonly string[] {
    const { devices } = readDescription(
      gunzipSync(readFileSync(new URL(`../fixtures/${name}.vmdesc.json.gz`, import.meta.url))).toString(),
    );
    const found = new Set<string>();
    const visit = (device: string, { fields, subsections }: DescribedStruct): void => {
      for (const part of subsections) {
        found.add(`${device}: ${part.name}`);
        visit(device, part);
      }
      for (const { structs } of fields) for (const part of structs) visit(device, part);
    };
    for (const { idstr, state } of devices) visit(deviceName(idstr), state);
    return [...found].sort();
  }

  test('do not count lengths that depend on the state as differences of the builds', () => {
    const queue = (size: number): object => ({
      name: 'virtio-blk',
      vmsd_name: 'virtio-blk',
      version: 2,
      fields: [{ name: 'virtio', type: 'virtio', size }],
    });
    const { devices } = compareSides(machine('old', queue(45605)), machine('new', queue(49722)));
    expect(devices.map(({ forward, backward }) => [forward.outcome, backward.outcome])).toEqual([
      ['depends', 'depends'],
    ]);
  });

  test.each([
    ['qemu-7.2/pc-default-b3', 'qemu-7.2/pc-i440fx-2.3-default'],
    ['qemu-7.2/pc-i440fx-2.3-default', 'qemu-7.2/pc-default-b3'],
  ])('list the subsections that only one of %s and %s sent', async (before, after) => {
    const { same, sent } = compareSides(await fileSide(before), await fileSide(after));
    const [old, now] = [described(before), described(after)];
    const by = (side: 'before' | 'after'): readonly string[] =>
      sent
        .filter((one) => one.by === side)
        .map(({ device, subsection }) => `${device}: ${subsection}`)
        .sort();
    expect(same).toBe(true);
    expect(by('before')).toEqual(old.filter((one) => !now.includes(one)));
    expect(by('after')).toEqual(now.filter((one) => !old.includes(one)));
    expect(sent).not.toEqual([]);
  });
});

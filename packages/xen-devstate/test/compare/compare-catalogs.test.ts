import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { CatalogComparison, DescriptionComparison } from '../../src/compare/catalog-comparison.js';
import { compareCatalogs } from '../../src/compare/compare-catalogs.js';
import { compareFiles } from '../../src/compare/compare-files.js';
import type { CompareSide } from '../../src/compare/compare-side.js';
import { layoutOf } from '../../src/layout/layout.js';
import type { CatalogName } from '../../src/open/catalogs.js';
import { CATALOGS } from '../../src/open/catalogs.js';
import { openFile } from '../../src/open/opened-file.js';

async function catalog(name: CatalogName): Promise<CompareSide> {
  return { label: name, kind: 'catalog', devices: (await CATALOGS[name].schemas()).devices };
}

const fixture = (path: string): Uint8Array =>
  gunzipSync(readFileSync(new URL(`../fixtures/${path}`, import.meta.url)));

const described = (path: string): CompareSide => ({
  label: path,
  kind: 'capture',
  devices: layoutOf(fixture(`${path}.vmdesc.json.gz`)).devices(),
});

function find({ descriptions }: CatalogComparison, name: string): DescriptionComparison | undefined {
  return descriptions.find(({ description }) => description === name);
}

/** Changes in short. */
const told = (one: DescriptionComparison | undefined): readonly string[] =>
  (one?.changes ?? []).map(({ kind, field, before, after }) =>
    [kind, field, before, after].filter(Boolean).join(' '),
  );

describe('QEMU 7.2 and 10.0', async () => {
  const comparison = compareCatalogs(await catalog('qemu-7.2'), await catalog('qemu-10.0'));

  // QEMU migration/global_state.c: 8.0 took 68 of the 100 bytes of runstate for other fields, in version 1 as before
  test('globalstate changed inside of its 104 bytes, and no version says so', () => {
    const found = find(comparison, 'globalstate');
    expect(told(found)).toEqual([
      'changed runstate 100 32',
      'added has_vm_was_suspended u8',
      'added vm_was_suspended u8',
      'added unused bytes (66)',
    ]);
    expect(found?.sizes).toEqual({ before: { least: 104, most: 104 }, after: { least: 104, most: 104 } });
    expect(found?.versions.before).toEqual(found?.versions.after);
    expect([found?.there.outcome, found?.back.outcome]).toEqual(['depends', 'depends']);
  });

  // QEMU hw/timer/hpet.c: num_timers became num_timers_save in 9.1
  test('a rename is a rename, and nothing on the wire', () => {
    const found = find(comparison, 'hpet');
    expect(told(found)).toEqual(['renamed num_timers num_timers num_timers_save']);
    expect(found?.changes.some(({ isOnWire }) => isOnWire)).toBe(false);
    expect([found?.there.outcome, found?.back.outcome]).toEqual(['survives', 'survives']);
  });

  // QEMU hw/display/virtio-gpu.c, vmstate_virtio_gpu_scanout: six fields of 24 bytes for machine type 9.0 and later
  test('an output of a virtio GPU is 24 bytes larger, as the machine type says', () => {
    const found = find(comparison, 'virtio-gpu-one-scanout');
    expect(found?.changes.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'added'));
    expect([found?.sizes.before.most, found?.sizes.after.most]).toEqual([40, 64]);
    expect(found?.there).toEqual({ outcome: 'depends', why: expect.stringContaining('machine type 9.0') });
    expect(found?.devices).toEqual(['virtio-gpu', 'virtio-gpu-scanouts']);
  });

  // QEMU replay/replay-snapshot.c: version 3, which reads no older one
  test('a version that is not taken fails, whatever is in it', () => {
    const found = find(comparison, 'replay');
    expect(found?.versions).toEqual({
      before: { version: 2, minimum: 2 },
      after: { version: 3, minimum: 3 },
    });
    expect([found?.there.outcome, found?.back.outcome]).toEqual(['fails', 'fails']);
  });

  // QEMU hw/audio/sb16.c: VMSTATE_UNUSED of the same five words; target/i386/machine.c: three subsections
  test('fields that are no longer used, and subsections', () => {
    expect(told(find(comparison, 'sb16'))).toEqual([
      'no longer used irq, dma, hdma, port, ver 20 bytes unused',
    ]);
    const cpu = find(comparison, 'cpu');
    expect(told(cpu)).toEqual([
      'subsection added cpu/xen_vcpu',
      'subsection added cpu/msr_hwcr',
      'subsection added cpu/fred',
    ]);
    expect([cpu?.there.outcome, cpu?.back.outcome]).toEqual(['survives', 'depends']);
  });

  test('devices of one of them only', () => {
    expect(comparison.onlyAfter).toContain('igb');
    expect(comparison.onlyBefore).not.toContain('igb');
  });

  test('the other way round it is the other way round', async () => {
    const back = compareCatalogs(await catalog('qemu-10.0'), await catalog('qemu-7.2'));
    expect(back.descriptions.map(({ description }) => description).sort()).toEqual(
      comparison.descriptions.map(({ description }) => description).sort(),
    );
    expect(find(back, 'cpu')?.there.outcome).toBe('depends');
    expect(told(find(back, 'cpu'))).toContain('subsection removed cpu/fred');
  });
});

describe('sides that are the same', () => {
  test.each(['qemu-7.2', 'qemu-10.0-xen'] as const)('%s', async (name) => {
    const side = await catalog(name);
    expect(compareCatalogs(side, side)).toMatchObject({ descriptions: [], onlyBefore: [], onlyAfter: [] });
  });
});

describe('captures', () => {
  test('of one machine in 7.2 and 10.0, by what QEMU says of them', () => {
    const comparison = compareCatalogs(described('qemu-7.2/xen-pc-b3'), described('qemu-10.0/xen-pc-b3'));
    expect(comparison.descriptions.map(({ description }) => description)).toEqual(['hpet']);
    expect([comparison.onlyBefore, comparison.onlyAfter]).toEqual([[], []]);
  });

  test('of other machines: a field that only one has, and a section', async () => {
    const open = async (path: string): Promise<Parameters<typeof compareFiles>[0]> => ({
      label: path,
      file: await openFile(fixture(path)),
    });
    const comparison = compareFiles(
      await open('xen-4.17/cirrus-usbtablet-e1000.dev.gz'),
      await open('xen-4.17/stdvga-traced.dev.gz'),
    );
    // one has a disk
    expect(told(find(comparison, 'ide'))).toEqual(['removed bus[].ifs[].identify_data bytes']);
    expect(comparison.onlyAfter).toEqual(['vga']);
  });
});

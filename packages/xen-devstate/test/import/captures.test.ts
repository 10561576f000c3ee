import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Node } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { describe, expect, test } from 'vitest';
import { inferCatalog } from '../../src/import/captures/infer-catalog.js';
import { mergeNames } from '../../src/import/captures/merge-names.js';
import { describeMissing } from '../../src/import/catalog/unknown-value.js';
import type { ImportedCatalog } from '../../src/import/import-catalog.js';
import { catalogOf } from '../../src/open/catalog-of.js';
import { openFile } from '../../src/open/opened-file.js';
import type { CatalogDevices } from '../../src/wire/catalog-devices.js';
import { deviceName } from '../../src/wire/device-name.js';
import { capture } from '../captures.js';
import { fixturePath } from '../command/fixture-path.js';
import { temporaryFolder } from '../command/temporary-folder.js';
import type { DescribedDevice } from '../vmdescription.js';
import { compareWithDescription } from '../vmdescription.js';

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
const folder = temporaryFolder();
mkdirSync(join(folder, 'node_modules', '@bytewright'), { recursive: true });
for (const name of ['schema-dsl', 'xen-devstate'])
  symlinkSync(join(packageFolder, '..', name), join(folder, 'node_modules', '@bytewright', name));
let written = 0;

/** The devices of a printed catalog, whose modules are written and loaded. */
async function devicesOf({ files }: ImportedCatalog): Promise<CatalogDevices> {
  const out = join(folder, `catalog-${++written}`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  const { devices } = (await import(pathToFileURL(join(out, 'devices.ts')).href)) as {
    devices: CatalogDevices;
  };
  return devices;
}

const descriptionOf = (name: string): string =>
  gunzipSync(readFileSync(fixturePath(`${name}.vmdesc.json.gz`))).toString();

/** All unknown values in QEMU's names, with what is missing. */
const unknownValuesOf = ({ unknownValues }: ImportedCatalog): readonly string[] =>
  [
    ...new Set(
      [...unknownValues.values()]
        .flat()
        .map((unknownValue) => `${unknownValue.wirePath}: ${describeMissing(unknownValue)}`),
    ),
  ].sort();

describe('from the description of one machine', () => {
  test.each([
    'qemu-7.2/pc-default-b3',
    'qemu-7.2/isapc-b2',
    'qemu-7.2/microvm',
    'qemu-7.2/pc-bridges',
    'qemu-10.0/pc-scsi-hbas',
    'qemu-10.0/aarch64-virt',
  ])('%s: its sections are read, as QEMU describes them', async (name) => {
    const json = descriptionOf(name);
    const catalog = inferCatalog({ captures: [json], title: name });
    const devices = await devicesOf(catalog);
    const { bytes, sections } = capture(`${name}.dev.gz`);
    const file = await openFile(bytes, {
      catalogs: [catalogOf({ name: 'inferred', title: name, devices })],
    });
    expect(file.sections).toHaveLength(sections);
    // a field that one device of a name has and another of the same name has not: open, and its devices are verbatim
    const open = new Set(catalog.unknownValues.keys());
    const verbatim = file.sections
      .filter(({ schema }) => schema === undefined)
      .map(({ value: { idstr } }) => deviceName(idstr));
    expect(verbatim.filter((one) => !open.has(one))).toEqual([]);
    expect(Buffer.compare(file.opened.codec.encode(file.opened.value), bytes)).toBe(0);
    const described = (JSON.parse(json) as { devices: DescribedDevice[] }).devices;
    const { leaves, misplaced, resized } = compareWithDescription(file, described);
    expect(leaves).toBeGreaterThan(30);
    expect([misplaced, resized]).toEqual([[], []]);
  });
});

describe('from several descriptions', () => {
  const names = ['pc-default-b3', 'pc-i440fx-2.3-default', 'isapc-b2', 'pc-bridges', 'pc-linux-virtio-mid'];
  const catalog = inferCatalog({
    captures: names.map((name) => descriptionOf(`qemu-7.2/${name}`)),
    title: 'QEMU 7.2 as seen',
  });

  test('what some machines have and others have not is open', () => {
    // machine types before 4.0 have no SMBus, those of bridges plug by ACPI: hw/acpi/piix4.c; identify_data is there once a
    // guest has asked: hw/ide/core.c
    expect(unknownValuesOf(catalog)).toEqual(
      expect.arrayContaining(['ide_drive.identify_data: when it is there', 'piix4_pm.smb: when it is there']),
    );
  });

  test('a count that is the same everywhere is written with where that is from', () => {
    const text = catalog.files.get('devices/fdc.ts');
    expect(text).toContain('    // 2 in all 5 captures\n    drives: list(Fdrive, 2),');
    expect(text).toMatch(/^\/\/ Printed by devstate import from the VMDESCRIPTION of 5 captures\./);
  });

  test('fields and subsections are those of the binary, in its order', async () => {
    const inferred = structsOf(await devicesOf(catalog));
    const { devices } = (await import('../../src/catalogs/qemu-7.2/devices.js')) as {
      devices: CatalogDevices;
    };
    const known = structsOf(devices);
    let compared = 0;
    for (const [name, lists] of inferred) {
      const candidates = known.get(name) ?? [];
      for (const list of lists) {
        // overlays put some fields together, under the name of the first
        const fits = candidates.some((full) =>
          isWithin(
            list.filter((one) => full.includes(one)),
            full,
          ),
        );
        expect([name, list, fits]).toEqual([name, list, true]);
        compared += list.length;
      }
    }
    expect(compared).toBeGreaterThan(400);
  });
});

/** The names of fields by those of descriptions, in QEMU's words. */
function structsOf(devices: CatalogDevices): ReadonlyMap<string, readonly (readonly string[])[]> {
  const all = new Map<string, (readonly string[])[]>();
  for (const schema of Object.values(devices).flat() as readonly Node<unknown>[])
    for (const { fields, metadata } of Object.values(irOf(schema, { allowParameters: true }).structs)) {
      const name = metadata?.wireName;
      if (name === undefined) continue;
      all.set(name, [
        ...(all.get(name) ?? []),
        fields.map((field) => field.metadata?.wireName ?? field.name),
      ]);
    }
  return all;
}

/** Whether one list is in the other, in its order. */
function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const one of whole) if (one === part[at]) at++;
  return at === part.length;
}

describe('what captures do not agree about', () => {
  const field = (name: string, type: string, size: number, more: object = {}): object => ({
    name,
    type,
    size,
    ...more,
  });
  const machine = (...fields: readonly object[]): string =>
    JSON.stringify({
      page_size: 4096,
      devices: [{ name: 'toaster', instance_id: 0, vmsd_name: 'toaster', version: 1, fields }],
    });
  const inferred = (...captures: readonly string[]): ImportedCatalog =>
    inferCatalog({ captures, title: 'toasters' });

  test('a field that is not in all is open, and the others are not', () => {
    const catalog = inferred(
      machine(field('a', 'uint8', 1), field('b', 'bool', 1)),
      machine(field('a', 'uint8', 1)),
    );
    expect(unknownValuesOf(catalog)).toEqual(['toaster.b: when it is there']);
    expect(catalog.files.get('devices/toaster.ts')).toContain(
      '    // there in 1 of the 2 places where it could be\n    b: optional(bool),\n',
    );
  });

  test('a count that differs is open, also where it equals a number in front of it each time', () => {
    const toaster = (slots: number): string =>
      machine(field('slots', 'uint8', 1), field('slot', 'uint16', 2, { array_len: slots }));
    expect(unknownValuesOf(inferred(toaster(2), toaster(4)))).toEqual(['toaster.slot: how many there are']);
    expect(unknownValuesOf(inferred(toaster(2), toaster(2)))).toEqual([]);
    expect(inferred(toaster(2)).files.get('devices/toaster.ts')).toContain(
      '    slots: uint8,\n    // 2 in the one capture\n    slot: list(uint16, 2),\n',
    );
  });

  test('an array of one looks like a number, and one of none is not described at all', () => {
    const one = machine(field('a', 'uint8', 1), field('slot', 'uint16', 2));
    const none = machine(field('a', 'uint8', 1));
    const three = machine(field('a', 'uint8', 1), field('slot', 'uint16', 2, { array_len: 3 }));
    expect(unknownValuesOf(inferred(one, three, none))).toEqual(['toaster.slot: how many there are']);
    expect(inferred(one, three, none).files.get('devices/toaster.ts')).toContain(
      '// seen: 0, 1, 3 of them\n',
    );
  });

  test('a size that differs is open, a type that nobody knows is bytes', () => {
    const toaster = (size: number): string =>
      machine(field('crumbs', 'buffer', size), field('lever', 'virtio', 305));
    const catalog = inferred(toaster(7), toaster(9));
    expect(unknownValuesOf(catalog)).toEqual(['toaster.crumbs: how many bytes it has']);
    expect(catalog.files.get('devices/toaster.ts')).toContain(
      "    // 305 bytes in all 2 captures\n    lever: buffer(305).wireType('virtio'),\n",
    );
  });

  test('sections of one name without a common field are of two devices', () => {
    const catalog = inferred(machine(field('a', 'uint8', 1)), machine(field('b', 'uint8', 1)));
    expect(unknownValuesOf(catalog)).toEqual([]);
    expect(catalog.files.get('devices.ts')).toContain('  toaster: [Toaster, Toaster2],\n');
  });

  test('names that would end a comment do not', () => {
    const evil = 'x\u2028evil();\n*/ evil();';
    const catalog = inferred(
      machine(
        field('a', 'struct', 5, { struct: { vmsd_name: evil, version: 1, fields: [] } }),
        field('b', 'uint8', 1),
      ),
    );
    for (const text of catalog.files.values()) expect(text).not.toMatch(/(?:^|\n|\u2028)evil/);
  });
});

test('lists are merged in the order of both', () => {
  expect(mergeNames(['a', 'c'], ['a', 'b', 'c', 'd'])).toEqual(['a', 'b', 'c', 'd']);
  expect(mergeNames([], ['a'])).toEqual(['a']);
  expect(mergeNames(['a', 'b'], ['b', 'a'])).toHaveLength(3);
});

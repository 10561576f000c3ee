import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CATALOG_NAMES } from '../../src/open/catalogs.js';
import { importedModules, schemaModules } from '../../src/schema-modules.js';

const root = new URL('../../', import.meta.url);

test('keeps the files that name the catalogs in sync with catalogs.json', () => {
  const script = fileURLToPath(new URL('scripts/list-catalogs.mjs', root));
  expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toBe(
    '6 catalogs, 0 files are stale\n',
  );
  const listed = JSON.parse(readFileSync(new URL('catalogs.json', root), 'utf8')) as { name: string }[];
  expect(listed.map(({ name }) => name)).toEqual([...CATALOG_NAMES]);
});

test('a configuration can name the modules of a catalog that was imported', () => {
  const modules = importedModules('src/catalogs/qemu-7.2-xen', new URL('bytewright.config.ts', root).href);
  expect(modules).toContainEqual({
    source: 'src/catalogs/qemu-7.2-xen/devices/cpu.ts',
    folder: 'qemu-7.2-xen/devices',
    roots: ['Cpu'],
  });
  // modules that are identical in the Xen build are in the other catalog
  expect(modules).toContainEqual({
    source: 'src/catalogs/qemu-7.2/devices/vga.ts',
    folder: 'qemu-7.2-xen/devices',
    roots: ['Vga'],
  });
  expect(modules).toContainEqual({
    source: 'src/catalogs/qemu-7.2/parts/pcidevice.ts',
    folder: 'qemu-7.2-xen/parts',
    roots: [],
  });
  expect(modules.at(-1)).toEqual({
    source: 'src/catalogs/qemu-7.2-xen/device-state.ts',
    folder: 'qemu-7.2-xen',
    roots: ['DeviceState'],
  });
  // those of the container and of vmstate/, whose codecs are in this package
  expect(schemaModules().every(({ generated }) => !generated.includes('/qemu-'))).toBe(true);
});

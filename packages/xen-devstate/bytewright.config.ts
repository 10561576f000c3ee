import { readdirSync } from 'node:fs';
import type { ModuleConfig } from '@bytewright/codegen';
import { defineConfig } from '@bytewright/codegen';
import { CATALOG_BASES } from './src/open/catalog-bases.js';
import { importedModules, VMSTATE_MODULES } from './src/schema-modules.js';

/** All catalogs, each after those that it builds on. */
const CATALOGS = new Set(Object.values(CATALOG_BASES).flat());

/** The newest catalog: the first one that is tried. */
const [NEWEST] = Object.keys(CATALOG_BASES);

/** What device states are found in. */
function containers(): readonly ModuleConfig[] {
  const path = 'src/containers/schemas';
  return readdirSync(new URL(`${path}/`, import.meta.url))
    .filter((file) => file !== 'index.ts' && file !== 'libxl-record-types.ts')
    .sort()
    .map((file) => ({ source: `${path}/${file}`, folder: 'containers' }));
}

export default defineConfig({
  modules: [
    { source: 'src/wire/device-state.ts', roots: ['DeviceState'] },
    { source: 'src/wire/section.ts', roots: [] },
    'src/wire/section-header.ts',
    { source: 'src/wire/footer.ts', roots: [] },
    { source: 'src/wire/boundary.ts', roots: [] },
    { source: 'src/wire/first-section.ts', roots: [] },
    'src/import/elf/elf.ts',
    ...VMSTATE_MODULES.map(({ name, roots }) => ({ source: `src/vmstate/${name}.ts`, roots })),
    ...containers(),
    ...[...CATALOGS].flatMap((name) => importedModules(`src/catalogs/${name}`, import.meta.url)),
  ],
  output: 'src/generated',
  // what a catalog has in just the same way as an earlier one stands there, whatever path it is imported by
  exports: {
    './generated/*': '*',
    './devices/*': `${NEWEST}/devices/*`,
    ...Object.fromEntries([...CATALOGS].map((name) => [`./${name}/devices/*`, `${name}/devices/*`])),
  },
});

import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateModules, loadConfig } from '@bytewright/codegen';
import { beforeAll, expect, test } from 'vitest';
import { catalogFolderDevices } from '../../src/compare/catalog-folder-devices.js';
import { devstate } from '../command/fake-host.js';
import { fixturePath } from '../command/fixture-path.js';
import { temporaryFolder } from '../command/temporary-folder.js';

/** A user's project with two catalogs: of a program, and of another one that has a field of a kettle's by another name. */
const folder = temporaryFolder();
const program = fixturePath('programs/tables-7.2.elf');

beforeAll(async () => {
  mkdirSync(join(folder, 'node_modules', '@bytewright'), { recursive: true });
  for (const name of ['codegen', 'schema-dsl', 'xen-devstate'])
    symlinkSync(
      fileURLToPath(new URL(`../../../${name}`, import.meta.url)),
      join(folder, 'node_modules', '@bytewright', name),
    );
  await devstate(['import', program, '-o', join(folder, 'first')]);
  const other = join(folder, 'other.elf');
  writeFileSync(other, readFileSync(program, 'latin1').replaceAll('watts\0', 'volts\0'), 'latin1');
  await devstate(['import', other, '--like', join(folder, 'first'), '-o', join(folder, 'second')]);
});

/** The paths of what is generated for catalogs of the project, in `generated`. */
async function generatedFor(...catalogs: readonly string[]): Promise<readonly string[]> {
  const modules = catalogs.map((name) => `...importedModules('${name}', import.meta.url)`);
  const config = join(folder, `${catalogs.join('-')}.config.ts`);
  writeFileSync(
    config,
    `import { importedModules, schemaModules } from '@bytewright/xen-devstate/schema-modules';
     export default { modules: [...schemaModules(), ${modules.join(', ')}], output: 'generated' };\n`,
  );
  const loaded = await loadConfig(folder, config);
  return (await generateModules(loaded.modules)).map(({ path }) => path.replace(/^generated\//, ''));
}

test('a catalog that takes modules from another one beside it has the devices of both', async () => {
  expect(readdirSync(join(folder, 'second', 'devices'))).toEqual(['kettle.ts']);
  const first = await catalogFolderDevices(join(folder, 'first'));
  const second = await catalogFolderDevices(join(folder, 'second'));
  expect(Object.keys(first.devices)).toContain('kettle');
  expect(Object.keys(second.devices)).toEqual(Object.keys(first.devices));
});

test('code for both is generated once, or for the second one alone in its own folder', async () => {
  const alone = await generatedFor('first');
  expect(alone).toContain('first/devices/kettle.ts');
  expect(alone).toContain('first/device-state.ts');
  expect(await generatedFor('first', 'second')).toEqual([
    ...alone,
    'second/devices/kettle.ts',
    'second/device-state.ts',
  ]);
  expect(await generatedFor('second')).toEqual(alone.map((path) => path.replace('first/', 'second/')));
});

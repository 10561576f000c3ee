import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSide, parseSnapshot, printSnapshot } from '@bytewright/codegen';
import { irOf } from '@bytewright/schema-dsl/ir';
import { expect, test } from 'vitest';
import { Piix4Pm } from '../../src/catalogs/qemu-7.2/devices/piix4-pm.js';
import { DeviceState } from '../../src/catalogs/qemu-10.0/device-state.js';

const generated = fileURLToPath(new URL('../../src/generated/', import.meta.url));
const snapshots = readdirSync(generated, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ir.json'),
);
const modules = readdirSync(generated, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);
/** Each generated module and the schema module in its banner. */
const sourceOf = new Map(
  modules.map((path) => [
    path,
    / from (\S+)\. Do not edit\.$/m.exec(readFileSync(join(generated, path), 'utf8'))?.[1],
  ]),
);

test('each schema module has a snapshot next to the first module of its code, which parses to what was printed', () => {
  // tables of arms, and the parts of long modules, are next to the module itself
  const own = modules.filter((path) => !/\.arms\.ts$|[/\\]cpu[/\\]/.test(path));
  expect(new Set(own.map((path) => sourceOf.get(path))).size).toBe(own.length);
  expect(new Set(sourceOf.values()).size).toBe(own.length);
  expect(modules.length - own.length).toBeGreaterThan(40);
  expect(snapshots.map((path) => path.replace(/\.ir\.json$/, '.ts')).sort()).toEqual(own.sort());
  for (const path of snapshots) {
    const text = readFileSync(join(generated, path), 'utf8');
    expect(printSnapshot(parseSnapshot(text))).toBe(text);
  }
});

test('a snapshot with the modules that it uses equals the schema', async () => {
  const device = await loadSide('qemu-7.2/devices/piix4-pm.ir.json#Piix4Pm', generated);
  const schema = irOf(Piix4Pm);
  expect(device.roots[0]?.schema.root).toStrictEqual(schema.root);
  expect(device.roots[0]?.schema.structs).toStrictEqual(schema.structs);
  // the largest one: it uses nearly all modules of two catalogs, which share equal structs
  const whole = await loadSide('qemu-10.0/device-state.ir.json#DeviceState', generated);
  expect(whole.roots[0]?.schema.structs).toStrictEqual(irOf(DeviceState).structs);
});

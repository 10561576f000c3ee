// Checks `devstate compare` against captures of two versions of QEMU: what their VMDESCRIPTIONs do not have in common is derived
// here without the code under test, and compared with what it says of the same two captures.
//
//   node --conditions=@bytewright/source --import tsx scripts/compare-capture-pairs.ts FOLDER-A FOLDER-B
//
// The folders hold NAME.vmdesc.json.gz; those of one name are pairs. Prints what differs, and exits with 1 where the two disagree.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as old from '../src/catalogs/qemu-7.2/devices.js';
import * as now from '../src/catalogs/qemu-10.0/devices.js';
import type { SidesComparison } from '../src/compare/compare-sides.js';
import { compareSides } from '../src/compare/compare-sides.js';
import type { Side } from '../src/compare/side.js';
import { sideOfCapture, sideOfSchemas } from '../src/compare/side.js';
import { readDescription } from '../src/vmdescription/read-description.js';
import type { CatalogDevices } from '../src/wire/catalog-devices.js';

interface RawStruct {
  readonly vmsd_name?: string;
  readonly version?: number;
  readonly fields?: readonly RawField[];
  readonly subsections?: readonly RawStruct[];
}

interface RawField extends RawStruct {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly array_len?: number;
  readonly index?: number;
  readonly struct?: RawStruct;
}

/** Lines that say everything that VMDESCRIPTION says of a device but the order in which elements stand. */
function* linesOf(struct: RawStruct, path: string): Generator<string> {
  yield `${path} version ${struct.version ?? 0}`;
  for (const field of struct.fields ?? []) {
    const own = `${path}.${field.name}`;
    const inner = field.struct ?? (field.vmsd_name === undefined ? undefined : field);
    const isStruct = inner !== undefined && ['struct', 'vstruct', 'tmp'].includes(field.type);
    // a struct is said by its fields
    if (isStruct) yield* linesOf(inner, own);
    else yield `${own} ${field.type} ${field.size}×${field.array_len ?? 1}`;
  }
  for (const part of struct.subsections ?? []) {
    yield `${path} has ${part.vmsd_name}`;
    yield* linesOf(part, `${path}/${part.vmsd_name}`);
  }
}

function read(file: string): Map<string, Set<string>> {
  const { devices } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as {
    devices: readonly (RawStruct & { name: string })[];
  };
  const found = new Map<string, Set<string>>();
  for (const device of devices) {
    const name = device.name.slice(device.name.lastIndexOf('/') + 1);
    const lines = JSON.stringify([...linesOf(device, '')]);
    found.set(name, (found.get(name) ?? new Set()).add(lines));
  }
  return found;
}

/** Devices that a comparison tells of, by what differs or by what has another name. */
function devicesIn({ devices, renames, removed, added }: SidesComparison): ReadonlySet<string> {
  const names = [
    ...devices.map(({ device }) => device),
    ...renames.flatMap((struct) => struct.devices),
    ...[...removed, ...added].filter((one) => one.endsWith('layout)')),
  ];
  return new Set(names.map((one) => one.replace(/ \(.*layout.*\)$/, '')));
}

const catalog = (name: 'qemu-7.2' | 'qemu-10.0', devices: CatalogDevices): Side =>
  sideOfSchemas(devices, { name, title: name });
const inCatalogs = devicesIn(
  compareSides(catalog('qemu-7.2', old.devices), catalog('qemu-10.0', now.devices)),
);
const [first, second] = process.argv.slice(2);
if (first === undefined || second === undefined) throw new Error('two folders');
const ENDING = '.vmdesc.json.gz';
const namesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith(ENDING));
const both = namesIn(first).filter((name) => namesIn(second).includes(name));
let disagreements = 0;
for (const name of both) {
  const [a, b] = [read(join(first, name)), read(join(second, name))];
  const side = (folder: string, title: string) =>
    sideOfCapture(readDescription(gunzipSync(readFileSync(join(folder, name))).toString('utf8')), {
      name: title,
      title,
    });
  const told = compareSides(side(first, 'a'), side(second, 'b'));
  const toldOf = devicesIn(told);
  console.log(`${name.slice(0, -ENDING.length)}`);
  for (const device of [...a.keys()].filter((one) => b.has(one))) {
    const [was, is] = [a.get(device) ?? new Set<string>(), b.get(device) ?? new Set<string>()];
    const isSame = [...was].every((one) => is.has(one)) && [...is].every((one) => was.has(one));
    const differing = (from: ReadonlySet<string>, other: ReadonlySet<string>): string[] => {
      const others = new Set([...other].flatMap((text) => JSON.parse(text) as string[]));
      return [...new Set([...from].flatMap((text) => JSON.parse(text) as string[]))].filter(
        (l) => !others.has(l),
      );
    };
    const [gone, come] = [differing(was, is), differing(is, was)];
    if (!isSame)
      console.log(`  ${device}: - ${gone.slice(0, 6).join('; ')}\n    + ${come.slice(0, 6).join('; ')}`);
    const isTold = toldOf.has(device);
    const isOfCatalogs = inCatalogs.has(device) && !name.startsWith('aarch64');
    if (!isSame && !isOfCatalogs && !name.startsWith('aarch64')) {
      disagreements++;
      console.log(`  ${device}: the catalogs are the same`);
    }
    if (isSame === isTold) {
      disagreements++;
      console.log(`  ${device}: ${isTold ? 'told of, and the same' : 'not told of, and not the same'}`);
    }
  }
}
console.log(`${both.length} pairs, ${disagreements} disagreements`);
process.exitCode = disagreements === 0 ? 0 : 1;

// Holds what `devstate compare` says of two catalogs against what QEMU prints of its own devices.
//
// qemu-system-x86_64 -M pc-i440fx-7.2 -dump-vmstate OLD.json      (the same machine type in both)
// node --conditions=@bytewright/source --import tsx packages/xen-devstate/scripts/compare-dumps.ts \
//   OLD.json NEW.json qemu-7.2 qemu-10.0
//
// Sizes of structs in the dump are those in QEMU's memory, which say nothing of the wire: they are left out. So is what only one
// of the QEMUs has.
import { readFileSync } from 'node:fs';
import { compareCatalogs } from '../src/compare/compare-catalogs.js';
import type { CompareSide } from '../src/compare/compare-side.js';
import type { CatalogName } from '../src/open/catalogs.js';
import { CATALOGS } from '../src/open/catalogs.js';

interface Description {
  readonly name: string;
  readonly version_id: number;
  readonly minimum_version_id: number;
  readonly Fields?: readonly { readonly field: string; readonly Description?: Description }[];
  readonly Subsections?: readonly Description[];
}

type Dump = Readonly<Record<string, { readonly Description?: Description }>>;

const fieldsOf = ({
  Fields = [],
}: Description): ReadonlyMap<string, NonNullable<Description['Fields']>[number]> =>
  new Map(Fields.map((field) => [field.field, field]));
const partsOf = ({ Subsections = [] }: Description): ReadonlyMap<string, Description> =>
  new Map(Subsections.map((part) => [part.name, part]));

const [old, now, ...names] = process.argv.slice(2);
if (old === undefined || now === undefined || names.length !== 2)
  throw new Error('Usage: compare-dumps.ts OLD.json NEW.json CATALOG CATALOG');
const [before, after] = [old, now].map((file) => JSON.parse(readFileSync(file, 'utf8')) as Dump) as [
  Dump,
  Dump,
];

/** Descriptions and what differs in them, a place a line. */
const differences = new Set<string>();
for (const [device, { Description: was }] of Object.entries(before)) {
  const is = after[device]?.Description;
  if (was !== undefined && is !== undefined) collect(was, is);
}

const sides = await Promise.all(
  names.map(async (name): Promise<CompareSide> => {
    const { devices } = await CATALOGS[name as CatalogName].schemas(); // an unknown one fails here
    return { label: name, kind: 'catalog', devices };
  }),
);
const told = new Set(
  compareCatalogs(sides[0] as CompareSide, sides[1] as CompareSide).descriptions.flatMap((one) => [
    ...(one.versions.before.version === one.versions.after.version ? [] : [`${one.description}: version`]),
    ...one.changes.flatMap(({ field, before: from, after: to }) => [
      ...field.split(', ').map((name) => `${one.description}: ${name}`),
      `${one.description}: ${from}`,
      `${one.description}: ${to}`,
    ]),
  ]),
);
const missed = [...differences].filter((place) => !told.has(place));
for (const place of [...differences].sort())
  console.log(`${told.has(place) ? 'told   ' : 'missed '} ${place}`);
console.log(`${differences.size} differences in the dumps, ${missed.length} of them not told`);

function collect(was: Description, is: Description): void {
  if (was.version_id !== is.version_id || was.minimum_version_id !== is.minimum_version_id)
    differences.add(`${was.name}: version`);
  const [oldFields, newFields] = [fieldsOf(was), fieldsOf(is)];
  for (const [name, field] of oldFields) {
    const other = newFields.get(name);
    if (other === undefined) differences.add(`${was.name}: ${name}`);
    else if (field.Description && other.Description) collect(field.Description, other.Description);
  }
  for (const name of newFields.keys())
    if (!oldFields.has(name) && name !== 'unused') differences.add(`${was.name}: ${name}`);
  const [oldParts, newParts] = [partsOf(was), partsOf(is)];
  for (const [name, part] of oldParts) {
    const other = newParts.get(name);
    if (other === undefined) differences.add(`${was.name}: ${name}`);
    else collect(part, other);
  }
  for (const name of newParts.keys()) if (!oldParts.has(name)) differences.add(`${was.name}: ${name}`);
}

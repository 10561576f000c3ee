// Holds device-state files against QEMU's own descriptions of the same machines.
//
// node --conditions=@bytewright/source --import tsx packages/xen-devstate/scripts/compare-vmdescription.ts [--catalog NAME|CATALOG-FOLDER] FOLDER…
//
// A folder holds NAME.dev files and, for each, NAME.mig (a migration stream of that machine, as capture.mjs --migration
// writes it) or NAME.vmdesc.json (the JSON that such a stream ends with), each also with .gz. A file whose bytes do not come
// back is a fault, and so is a field that lies elsewhere than QEMU says; sections that no schema describes are listed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { bytesSource } from '../src/containers/byte-source.js';
import { findVmDescription } from '../src/containers/find-vm-description.js';
import type { Catalog, CatalogSchemas } from '../src/open/catalog.js';
import { catalogOf } from '../src/open/catalog-of.js';
import { CATALOG_NAMES } from '../src/open/catalogs.js';
import { openFile } from '../src/open/opened-file.js';
import type { DescribedDevice } from '../test/vmdescription.js';
import { compareWithDescription } from '../test/vmdescription.js';

const ENDINGS = ['.mig', '.mig.gz', '.vmdesc.json', '.vmdesc.json.gz'];

const { values, positionals } = parseArgs({
  options: { catalog: { type: 'string' } },
  allowPositionals: true,
});
const catalogs = values.catalog === undefined ? undefined : [await catalogIn(values.catalog)];
const totals = { files: 0, leaves: 0, sections: 0, verbatim: 0 };
let faults = 0;
for (const folder of positionals) {
  for (const name of readdirSync(folder).filter((one) => /\.dev(\.gz)?$/.test(one))) {
    const bytes = contentOf(join(folder, name));
    const path = join(folder, name.replace(/\.dev(\.gz)?$/, ''));
    const devices = describedIn(path);
    if (devices === undefined) continue;
    const file = await openFile(bytes, { catalogs });
    const { leaves, misplaced, renamed, resized } = compareWithDescription(file, devices);
    const verbatim = file.sections.filter(({ schema }) => schema === undefined);
    console.log(
      `${join(folder, name)}: ${leaves} leaves, ${misplaced.length} elsewhere, ${renamed.length} under other names, ${resized.length} sections of other sizes, ${verbatim.length} of ${file.sections.length} sections not compared`,
    );
    for (const one of [...resized, ...misplaced, ...renamed]) console.log(`  ${one}`);
    for (const { value } of verbatim) console.log(`  ${value.idstr}: not described, kept as bytes`);
    const isSame = Buffer.compare(file.opened.codec.encode(file.opened.value), bytes) === 0;
    if (!isSame) console.log('  its bytes do not come back');
    faults += misplaced.length + resized.length + (isSame ? 0 : 1);
    totals.files += 1;
    totals.leaves += leaves;
    totals.sections += file.sections.length;
    totals.verbatim += verbatim.length;
  }
}
console.log(
  `${totals.files} files, ${totals.leaves} leaves, ${faults} faults, ${totals.verbatim} of ${totals.sections} sections not compared`,
);
process.exitCode = faults > 0 || totals.files === 0 ? 1 : 0;

function contentOf(file: string): Uint8Array {
  const content = readFileSync(file);
  return new Uint8Array(file.endsWith('.gz') ? gunzipSync(content) : content);
}

function describedIn(path: string): readonly DescribedDevice[] | undefined {
  const found = ENDINGS.map((ending) => path + ending).find(existsSync);
  if (found === undefined) return undefined;
  const content = contentOf(found);
  const range = findVmDescription(bytesSource(content));
  const json = range === undefined ? content : content.subarray(range.offset, range.offset + range.length);
  const { devices } = JSON.parse(Buffer.from(json).toString()) as { devices: DescribedDevice[] };
  return devices;
}

/** One of this package's catalogs by its name, or one that was imported into a folder. */
async function catalogIn(
  nameOrFolder: string,
): Promise<Catalog | NonNullable<(typeof CATALOG_NAMES)[number]>> {
  const name = CATALOG_NAMES.find((one) => one === nameOrFolder);
  if (name !== undefined) return name;
  const list = pathToFileURL(join(resolve(nameOrFolder), 'devices.ts')).href;
  const { devices, title } = (await import(list)) as CatalogSchemas & { readonly title: string };
  return catalogOf({ name: nameOrFolder, title, devices });
}

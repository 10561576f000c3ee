import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CatalogSchemas } from '../open/catalog.js';

/** What printed modules import, which has to be told where it is: the folder that they are loaded from knows no packages. */
const PACKAGES = [
  '@bytewright/schema-dsl',
  '@bytewright/xen-devstate/vmstate',
  '@bytewright/xen-devstate/facts',
  '@bytewright/xen-devstate/schema',
];

/**
 * The schemas that printed modules of a catalog make, without a compiler: all that is TypeScript in what the importer prints
 * is in `devices.ts`, and known. They are loaded from a temporary folder.
 *
 * @param files texts by paths in the catalog's folder, as `importCatalog` gives them
 * @param others the same for catalogs beside it, by the names of their folders, which it takes modules from
 */
export async function loadPrintedCatalog(
  files: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(),
): Promise<CatalogSchemas> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'devstate-catalog-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
    for (const [name, texts] of [[OWN, files] as const, ...others])
      for (const [path, text] of texts) {
        const target = join(folder, name, path.replace(/\.ts$/, '.js'));
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, scriptOf(text));
      }
    const { href } = pathToFileURL(join(folder, OWN, 'devices.js'));
    const { devices, incomplete } = (await import(href)) as CatalogSchemas; // its module says so
    return { devices, incomplete };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The folder of the catalog itself; no name that one beside it can have. */
const OWN = '.catalog';

function scriptOf(text: string): string {
  const plain = text
    .replace(/^import type .*\n/gm, '')
    .replace(/^(export const (?:devices|incomplete|\{ DeviceState, Section \})): .* = /gm, '$1 = ');
  return PACKAGES.reduce(
    (script, name) => script.replaceAll(` from '${name}';`, ` from '${import.meta.resolve(name)}';`),
    plain,
  );
}

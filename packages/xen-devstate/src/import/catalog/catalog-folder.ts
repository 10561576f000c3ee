import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { BaseCatalog } from './place-modules.js';

/** How every file of a catalog begins. */
export const PRINTED = '// Printed by devstate import ';

/** The first line of the files of a catalog that was read from a program. */
export const BANNER: string = `${PRINTED}from the tables of a QEMU binary. Edit an overlay instead.\n`;

const PARTS = ['devices', 'parts'] as const;

/** How a module of a catalog says what it takes from another one. */
const ELSEWHERE = / from '(?:\.\.\/)+([^/'.][^/']*)\/(?:devices|parts)\/[^/']+';$/gm;

/** The files of a catalog's folder that were printed, by their paths in it. */
export function printedFiles(folder: string): ReadonlyMap<string, string> {
  const files = ['.', ...PARTS].flatMap((part) => {
    const path = join(folder, part);
    if (!existsSync(path)) return [];
    const names = readdirSync(path).filter((name) => name.endsWith('.ts'));
    return names.map((name) => (part === '.' ? name : `${part}/${name}`));
  });
  const texts = files.map((file): [string, string] => [file, readFileSync(join(folder, file), 'utf8')]);
  return new Map(texts.filter(([, text]) => text.startsWith(PRINTED)));
}

/**
 * A catalog that is there, for another one to build on, behind those that its modules are taken from: all of them are beside it.
 */
export function baseCatalogs(folder: string): readonly BaseCatalog[] {
  const found = new Map<string, BaseCatalog>();
  const visit = (one: string): void => {
    const name = basename(one);
    if (found.has(name)) return;
    const files = printedFiles(one);
    found.set(name, { name, texts: new Map() }); // first: whatever a folder says, the walk ends
    for (const base of basesIn(files.values())) visit(join(dirname(one), base));
    found.delete(name); // behind its bases
    const texts = [...files].map(([file, text]): [string, string] => [file.replace(/\.ts$/, ''), text]);
    found.set(name, { name, texts: new Map(texts) });
  };
  visit(resolve(folder));
  return [...found.values()];
}

/** The catalogs that modules are taken from, the oldest one first, as far as their names say that. */
function basesIn(texts: Iterable<string>): readonly string[] {
  const names = new Set<string>();
  for (const text of texts) for (const [, name = ''] of text.matchAll(ELSEWHERE)) names.add(name);
  return [...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { BaseCatalog } from './share-modules.js';

/** How every file of a catalog begins. */
export const PRINTED = '// Printed by devstate import ';

/** The first line of the files of a catalog that was read from a program. */
export const BANNER: string = `${PRINTED}from the tables of a QEMU binary. Edit an overlay instead.\n`;

const PARTS = ['devices', 'parts'] as const;

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

/** A catalog that is there, for another one to build on. */
export function baseCatalog(folder: string): BaseCatalog {
  const texts = [...printedFiles(folder)].map(([file, text]): [string, string] => [
    file.replace(/\.ts$/, ''),
    text,
  ]);
  return { name: basename(resolve(folder)), texts: new Map(texts) };
}

/** The catalogs beside a folder that its modules take others from, by the names of their folders, directly or not. */
export function basesOf(folder: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, ReadonlyMap<string, string>>();
  const visit = (files: ReadonlyMap<string, string>): void => {
    for (const text of files.values()) {
      const [, name] = /^export \* from '\.\.\/\.\.\/([^/'.][^/']*)\//m.exec(text) ?? [];
      if (name === undefined || found.has(name)) continue;
      const base = printedFiles(join(folder, '..', name));
      found.set(name, base);
      visit(base);
    }
  };
  visit(printedFiles(folder));
  return found;
}

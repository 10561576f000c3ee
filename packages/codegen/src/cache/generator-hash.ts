import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Packages of this repository that have a say in what is generated, beside this one. */
const OWN = ['@bytewright/schema-dsl', '@bytewright/loader'];

/** Packages from elsewhere whose versions have. */
const OTHERS = ['oxfmt', 'ts-morph'];

/**
 * Hash of all that generates: the files of this package, of the schema language and of the loader, the versions of what they use, and
 * that of Node. It is that of the sources where those are executed, and of the built files otherwise.
 */
export function generatorHash(): string {
  known ??= computeHash();
  return known;
}

let known: string | undefined;

function computeHash(): string {
  const require = createRequire(import.meta.url);
  const hash = createHash('sha256').update(process.version);
  const folders = [
    fileURLToPath(new URL('..', import.meta.url)),
    ...OWN.map((name) => dirname(require.resolve(name))),
  ];
  for (const folder of folders) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const name of names.filter(isCode).sort())
      hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  }
  for (const name of OTHERS) hash.update(`\0${manifestOf(require.resolve(name))}`);
  return hash.digest('hex');
}

const isCode = (name: string): boolean => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts');

/** The package.json of the package that a module belongs to, which has its version and those of what it uses. */
function manifestOf(module: string): string {
  for (let one = dirname(module); dirname(one) !== one; one = dirname(one)) {
    try {
      const text = readFileSync(join(one, 'package.json'), 'utf8');
      if (text.includes('"version"')) return text;
    } catch {
      // further up
    }
  }
  return '';
}

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A type that the compiler spells out by the module that it is in. */
const SPELLED = /\bimport\("([^"\n]+)"\)\./g;

/**
 * Makes declarations shorter, above all those of schema modules, which say the type of a schema whole: what the compiler writes as
 * `import("@bytewright/schema-dsl").Struct` at each place gets the module's name once, and indentation goes. Compilers read the same
 * types, of schemas in a third of the text.
 *
 * @param {string} folder with declarations, at any depth; nothing happens where there is none
 */
export function shortenDeclarations(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.d.ts')) continue;
    const path = join(folder, entry);
    writeFileSync(path, shortened(readFileSync(path, 'utf8')));
  }
}

/**
 * @param {string} text of a module of declarations
 * @returns {string} the same declarations
 * @example `export declare const A: import("m").N<import("m").V>;` is `import type * as $0 from "m";` and
 *   `export declare const A: $0.N<$0.V>;`
 */
export function shortened(text) {
  /** @type {Map<string, string>} */
  const names = new Map();
  const named = text.replace(SPELLED, (_, /** @type {string} */ from) => {
    const name = names.get(from) ?? `$${names.size}`;
    names.set(from, name);
    return `${name}.`;
  });
  const imports = [...names].map(
    ([from, name]) => `import type * as ${name} from ${JSON.stringify(from)};\n`,
  );
  // no text of a type goes over several lines
  return `${imports.join('')}${named.replace(/^ +/gm, '')}`;
}

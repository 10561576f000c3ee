import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';

/**
 * Takes the types out of modules, as a user's build does.
 *
 * @param {string} from the folder of the sources
 * @param {string} to the folder for the modules
 * @param {readonly string[]} names the sources
 */
export function strip(from, to, names) {
  for (const name of names) {
    const path = join(to, name.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, transformSync(readFileSync(join(from, name), 'utf8'), { loader: 'ts' }).code);
  }
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { StepError } from './report.mjs';

/**
 * @param {string | Promise<string>} found
 * @param {string} expected
 * @throws {StepError} where they differ
 */
export async function expectEqual(found, expected) {
  const text = await found;
  if (text !== expected) throw new StepError(`expected:\n${expected}\nfound:\n${text}`);
}

/**
 * @param {string | Promise<string>} found
 * @param {RegExp} expected
 * @throws {StepError} where nothing matches
 */
export async function expectMatch(found, expected) {
  const text = await found;
  if (!expected.test(text)) throw new StepError(`expected ${expected}, found:\n${text}`);
  return text;
}

/**
 * @param {string} modules a folder `node_modules`
 * @returns {string[]} the packages in it that can be imported from beside it
 */
export function packagesBelow(modules) {
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
    );
}

/**
 * @param {string} folder a project
 * @param {string} name a package of which there shall be one, whoever depends on it
 * @throws {StepError} where there are more, or none
 */
export function expectOneCopy(folder, name) {
  const modules = join(folder, 'node_modules');
  const store = join(modules, '.pnpm');
  const copies = existsSync(store)
    ? readdirSync(store).filter((entry) => entry.startsWith(`${name}@`))
    : [...copiesBelow(modules, name)];
  if (copies.length !== 1) throw new StepError(`${copies.length} copies of ${name}: ${copies.join(', ')}`);
}

/**
 * @param {string} modules a folder `node_modules`
 * @param {string} name a package
 * @returns {Generator<string>} where it is, in nested folders too
 */
function* copiesBelow(modules, name) {
  if (!existsSync(modules)) return;
  if (existsSync(join(modules, name, 'package.json'))) yield join(modules, name);
  for (const one of packagesBelow(modules)) yield* copiesBelow(join(modules, one, 'node_modules'), name);
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a project one of modules, as `npm pkg set type=module` does.
 *
 * @param {string} folder the project, with the package.json that its package manager made
 */
export function beModules(folder) {
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, `${JSON.stringify({ ...manifest, type: 'module' }, undefined, 2)}\n`);
}

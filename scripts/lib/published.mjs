import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceFolders } from './workspace.mjs';

/**
 * What the scripts need of a package's manifest.
 *
 * @typedef {object} Manifest
 * @property {string} name for example `@bytewright/runtime`
 * @property {string} version for example `0.1.0`
 * @property {boolean} [private] whether it is never published
 * @property {Record<string, Record<string, string>>} exports its doors: conditions and files
 * @property {boolean | readonly string[]} [sideEffects] the modules that do something when they are imported
 * @property {Record<string, string>} [bin] its commands, and the modules that run them
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {{ exports: Record<string, Record<string, string>> }} publishConfig its doors as they are published
 */

/**
 * @param {string} folder a package's folder
 * @returns {Manifest} its package.json
 */
export function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/**
 * The packages that are published: those of `packages/` that are not private.
 *
 * @returns {string[]} absolute paths, in a stable order
 */
export function publishedFolders() {
  return workspaceFolders(['packages']).filter((folder) => manifestOf(folder).private !== true);
}

/**
 * @param {Manifest} manifest a package's
 * @returns {string} what its tarball is called, for example `bytewright-runtime-0.1.0.tgz`
 */
export function tarballName({ name, version }) {
  return `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
}

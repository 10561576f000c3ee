import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from './lab.mjs';

/** The least Node that the packages work on, as `engines` says, and the program that runs it. */
const LEAST = '20.19';

/**
 * A Node to try the packages on.
 *
 * @typedef {object} NodeProgram
 * @property {string} name for people: `Node 20.19.6`
 * @property {string} path the program
 * @property {'least' | 'newest'} role which of the two it is
 */

/**
 * Gets the least Node and the newest even one, as packages of npm: nothing has to be installed by hand.
 *
 * @param {string} folder an empty folder
 * @returns {Promise<NodeProgram[]>} the older one first
 */
export async function installNodes(folder) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const source = `node-${platform}-${process.arch}`;
  const ask = ['npm', 'view', source, 'versions', '--json'];
  /** @type {string[]} */
  const versions = JSON.parse(await execute(folder, process.execPath, ask));
  const majors = versions
    .filter((version) => !version.includes('-'))
    .map((version) => Number.parseInt(version, 10));
  const newest = Math.max(...majors.filter((major) => major % 2 === 0));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const wanted = { least: LEAST, newest: String(newest) };
  const names = Object.entries(wanted).map(([name, version]) => `${name}@npm:${source}@${version}`);
  await execute(folder, process.execPath, ['npm', 'install', '--no-audit', '--no-fund', ...names]);
  return Promise.all(
    /** @type {const} */ (['least', 'newest']).map(async (name) => {
      const program = process.platform === 'win32' ? 'node.exe' : join('bin', 'node');
      const path = join(folder, 'node_modules', name, program);
      const version = await execute(folder, path, [path, '--version']);
      return { name: `Node ${version.trim().slice(1)}`, path, role: name };
    }),
  );
}

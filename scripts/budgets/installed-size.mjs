import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../lib/run.mjs';
import { filesBelow } from './generated-files.mjs';

/** What a file takes on most disks is a multiple of this, and `du` counts it so. */
const BLOCK = 4096;

/**
 * What a package takes on a disk with all that it depends on.
 *
 * @param {string} folder the package's, in the workspace
 * @param {ReadonlyMap<string, string>} tarballs of the workspace's packages, by their names without a scope
 * @returns {Promise<number>} bytes, in whole blocks
 */
export async function installedSize(folder, tarballs) {
  let bytes = 0;
  const seen = new Set();
  const pending = [realpathSync(folder)];
  for (const one of pending) {
    if (seen.has(one)) {
      continue;
    }
    seen.add(one);
    /** @type {{ name: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} */
    const manifest = JSON.parse(readFileSync(join(one, 'package.json'), 'utf8'));
    const { name, dependencies = {}, optionalDependencies = {} } = manifest;
    const tarball = tarballs.get(name.replace(/^@bytewright\//, ''));
    bytes +=
      name.startsWith('@bytewright/') && tarball !== undefined
        ? await unpackedSize(tarball)
        : sizeOnDisk(filesBelow(one).map((path) => statSync(path).size));
    for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = dependencyFolder(one, dependency);
      if (found !== undefined) {
        pending.push(found); // lists grow while walked
      } else if (!(dependency in optionalDependencies)) {
        throw new Error(`${dependency}, which ${name} depends on, is not installed`);
      }
    }
  }
  return bytes;
}

/**
 * Node's own search, which also finds what pnpm puts beside a package.
 *
 * @param {string} from a package's folder
 * @param {string} name of one that it depends on
 */
function dependencyFolder(from, name) {
  for (let parent = from; ; parent = dirname(parent)) {
    const folder = join(parent, 'node_modules', name);
    if (existsSync(folder)) {
      return realpathSync(folder);
    }
    if (parent === dirname(parent)) {
      return undefined;
    }
  }
}

/** @param {string} tarball its path */
async function unpackedSize(tarball) {
  const { code, output } = await run('tar', ['-tvzf', tarball]);
  const sizes = output.split('\n').flatMap((line) => {
    // mode, owner, size, date, time, name
    const size = /^-\S+\s+\S+\s+(\d+)\s/.exec(line)?.[1];
    return size === undefined ? [] : [Number(size)];
  });
  if (code !== 0 || sizes.length === 0) {
    throw new Error(`${tarball} holds no file:\n${output}`);
  }
  return sizeOnDisk(sizes);
}

/** @param {readonly number[]} sizes of files */
function sizeOnDisk(sizes) {
  return sizes.reduce((sum, size) => sum + Math.ceil(size / BLOCK) * BLOCK, 0);
}

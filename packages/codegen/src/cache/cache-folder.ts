import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const OWN = join('node_modules', '.cache', 'bytewright');
const SUFFIX = '.json';

/** Where what concerns a folder is kept: in the nearest `node_modules`, or nowhere if there is none. */
export function cacheFolder(folder: string): string | undefined {
  for (let one = folder; ; one = dirname(one)) {
    if (existsSync(join(one, 'node_modules'))) return join(one, OWN);
    if (dirname(one) === one) return undefined;
  }
}

/** The name of a configuration's entry: its path from where `node_modules` is. */
export function entryName(folder: string, configuration: string): string {
  return `${encodeURIComponent(relative(ownerOf(folder), configuration))}${SUFFIX}`;
}

/** Whether a file in the folder is the entry of a configuration that is not there any more. */
export function isOfLostConfiguration(folder: string, name: string): boolean {
  if (!name.endsWith(SUFFIX)) return false;
  try {
    return !existsSync(resolve(ownerOf(folder), decodeURIComponent(name.slice(0, -SUFFIX.length))));
  } catch {
    return false; // no name of ours
  }
}

const ownerOf = (folder: string): string => resolve(folder, '..', '..', '..');

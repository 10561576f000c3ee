import type { WrittenBy } from '../open/written-by.js';
import { versionOf } from '../open/written-by.js';

/**
 * What people should know of a guess that may be wrong; nothing where it is sure.
 *
 * @example `decoded as QEMU 11.1 (Debian, x86_64); 10.0 and 7.2 fit as well, and no file says who wrote it: --qemu VERSION picks`
 */
export function writtenByLine({ catalog, title, alike, isOtherVersion }: WrittenBy): string | undefined {
  if (isOtherVersion)
    return `decoded as ${title}, but another version wrote it: the sections stand in an order that ${versionOf(catalog) ?? 'this one'} does not write`;
  if (alike.length === 0) return undefined;
  const versions = [...new Set(alike.map((name) => versionOf(name) ?? name))];
  const last = versions.pop();
  const all = versions.length === 0 ? `${last} fits` : `${versions.join(', ')} and ${last} fit`;
  return `decoded as ${title}; ${all} as well, and no file says who wrote it: --qemu VERSION picks`;
}

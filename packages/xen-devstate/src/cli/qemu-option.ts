import type { Arguments, Option } from '@bytewright/cli';
import { CommandError } from '@bytewright/cli';
import type { Catalog } from '../open/catalog.js';
import { CATALOG_NAMES, CATALOGS } from '../open/catalogs.js';
import { versionOf } from '../open/written-by.js';

const VERSIONS = [...new Set(CATALOG_NAMES.map((name) => versionOf(name) ?? name))];

/** What a command takes that reads by the catalogs of one version. */
export const QEMU_OPTION: Option = {
  name: 'qemu',
  value: 'VERSION',
  help: `the version of QEMU that wrote it: ${VERSIONS.join(', ')} (default: guessed)`,
};

/**
 * The catalogs of the version that somebody says wrote the file.
 *
 * @returns `undefined` if nobody says one
 * @throws CommandError for one that there is none of
 */
export function catalogsOfVersion(args: Arguments): readonly Catalog[] | undefined {
  const version = args.get('qemu');
  if (version === undefined) return undefined;
  const names = CATALOG_NAMES.filter((name) => versionOf(name) === version);
  if (names.length === 0)
    throw new CommandError(`no catalog of QEMU ${version}: there is ${VERSIONS.join(', ')}`);
  return names.map((name) => CATALOGS[name]);
}

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { doorsOf } from './doors.mjs';
import { manifestOf } from './published.mjs';

/**
 * Packages whose modules become one a door: 400 modules of two kilobytes take twice their size on a disk, and most of the time of an
 * import. Codecs are not among them, each of which is a door. Bundlers still leave out the functions that nobody calls: a program that
 * decodes one device is 96 bytes larger, gzip'd.
 */
const BUNDLED = ['@bytewright/runtime', '@bytewright/schema-dsl'];

/** Where the modules are that several doors share. */
const SHARED = 'shared';

/**
 * Bundles the modules of a package into one a door, and others that doors share, with names as they are. Packages that it needs stay
 * outside, so that whoever else imports them has the same.
 *
 * @param {string} folder the package's, built
 * @param {string} dist where its published modules are, which these replace
 */
export async function bundleLibrary(folder, dist) {
  const { name, exports, dependencies = {}, peerDependencies = {} } = manifestOf(folder);
  if (!BUNDLED.includes(name)) return;
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.js')) rmSync(join(dist, path));
  await build({
    ...{ absWorkingDir: folder, outdir: dist, outbase: join(folder, 'dist'), logLevel: 'error' },
    entryPoints: doorsOf(folder, name, exports).map(({ code }) => join(folder, code)),
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'neutral', target: 'node20.19' },
    chunkNames: `${SHARED}/[name]-[hash]`,
    external: Object.keys({ ...dependencies, ...peerDependencies }).flatMap((one) => [one, `${one}/*`]),
  });
}

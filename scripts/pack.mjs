// Packs what is published, and nothing else: `npm run pack -- FOLDER`. Builds first, so that a tarball never holds an old
// build; commands are bundled; `workspace:` and `catalog:` are replaced by versions, and declarations that no door leads to are left out. The tarballs' paths are printed, one a line.
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { bundleCommand } from './lib/bundle-command.mjs';
import { unreachableDeclarations } from './lib/declarations.mjs';
import { innerManifest } from './lib/inner-manifest.mjs';
import { manifestOf, publishedFolders, tarballName } from './lib/published.mjs';
import { ROOT, shown } from './lib/workspace.mjs';
import { runPnpm } from './pnpm.mjs';
import { setUp } from './setup.mjs';

/**
 * Builds the published packages and packs them.
 *
 * @param {string} target the folder for the tarballs; made if it is missing
 * @returns {Promise<string[]>} the tarballs' absolute paths
 * @throws {Error} where the build or the packing fails; the message has their output
 */
export async function pack(target) {
  const folders = publishedFolders();
  mkdirSync(target, { recursive: true });
  const tarballs = folders.map((folder) => join(target, tarballName(manifestOf(folder))));
  for (const tarball of tarballs) {
    rmSync(tarball, { force: true });
  }
  const filters = folders.flatMap((folder) => ['--filter', `./${shown(folder)}`]);
  // `prepack` is there for those who pack a single folder; here it would refuse.
  const options = ['--config.ignore-scripts=true', '--pack-destination', target];
  const packed = await alone(async () => {
    // a build clears away what another run has added for its tarballs
    const { code, output } = await build();
    if (code !== 0) throw new Error(`${output.trimEnd()}\n\nThe build failed.`);
    const added = (await Promise.all(folders.map(addToDist))).flat();
    try {
      return await runPnpm([...filters, 'pack', ...options]);
    } finally {
      for (const path of added) rmSync(path, { recursive: true, force: true }); // what is run in this repository is what was built
    }
  });
  const missing = tarballs.filter((tarball) => !existsSync(tarball));
  if (packed.code !== 0 || missing.length > 0) {
    throw new Error(
      `${packed.output.trimEnd()}\n\nPacking failed (exit code ${packed.code}). Missing: ${missing.join(', ')}`,
    );
  }
  writeReferences(target, tarballs);
  return tarballs;
}

/** How long a lock may be left over by a run that was killed, in milliseconds. */
const STALE = 300_000;

/**
 * Runs something while no other run of this script does: both would add to the same folders.
 *
 * @template T
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
async function alone(run) {
  const lock = join(ROOT, 'node_modules', '.packing');
  while (true) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      const age = Date.now() - made;
      if (age > STALE) rmSync(lock, { recursive: true, force: true });
      else await setTimeout(200);
    }
  }
  try {
    return await run();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/**
 * Writes into the `dist` of a package what concerns it only where it is installed.
 *
 * @param {string} folder the package's
 * @returns {Promise<string[]>} the files, and folders
 */
async function addToDist(folder) {
  const command = await bundleCommand(folder);
  const ignored = join(folder, 'dist', '.npmignore');
  writeFileSync(ignored, `${unreachableDeclarations(folder).join('\n')}\n`);
  const manifest = innerManifest(manifestOf(folder));
  const inner = join(folder, 'dist', 'package.json');
  if (manifest !== undefined) writeFileSync(inner, manifest);
  return [ignored, inner, ...(command === undefined ? [] : [command.folder])];
}

/**
 * Writes beside the tarballs where they are, as settings for the managers that look for one of our packages in a registry when
 * another one needs it. npm does not, if it is given both.
 *
 * @param {string} target the tarballs' folder
 * @param {readonly string[]} tarballs their paths, in the order of the packages
 */
function writeReferences(target, tarballs) {
  const entries = publishedFolders().map(
    (folder, index) => /** @type {const} */ ([manifestOf(folder).name, `file:${tarballs[index]}`]),
  );
  const lines = entries.map(([name, path]) => `  ${JSON.stringify(name)}: ${JSON.stringify(path)}\n`);
  writeFileSync(join(target, 'overrides.yaml'), `overrides:\n${lines.join('')}`);
  const manifest = { private: true, resolutions: Object.fromEntries(entries) };
  writeFileSync(join(target, 'resolutions.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [target, ...rest] = process.argv.slice(2);
  if (target === undefined || target.startsWith('-') || rest.length > 0) {
    console.error('Usage: npm run pack -- FOLDER');
    process.exitCode = 2;
  } else if (!(await setUp())) {
    process.exitCode = 1;
  } else {
    try {
      // npm runs scripts in the folder of package.json; a relative FOLDER is meant from where the user stands.
      const tarballs = await pack(resolve(process.env.INIT_CWD ?? ROOT, target));
      console.log(tarballs.join('\n'));
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}

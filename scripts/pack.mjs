// Packs what is published, and nothing else: `npm run pack -- FOLDER`. Builds first, so that a tarball never holds an old
// build; pnpm replaces `workspace:` and `catalog:` by versions; then each package is made as small as its users need it
// (lib/prepare-for-users.mjs) and packed again. The tarballs' paths are printed, one a line.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { prepareForUsers } from './lib/prepare-for-users.mjs';
import { manifestOf, publishedFolders, tarballName } from './lib/published.mjs';
import { run } from './lib/run.mjs';
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
  const staging = mkdtempSync(join(tmpdir(), 'bytewright-packing-'));
  try {
    await packAsBuilt(folders, staging);
    for (const [index, folder] of folders.entries())
      await packForUsers(folder, join(staging, basename(tarballs[index] ?? '')), target);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  writeReferences(target, tarballs);
  return tarballs;
}

/**
 * Builds packages and packs them with all that their `dist` holds.
 *
 * @param {readonly string[]} folders the packages'
 * @param {string} target the folder for the tarballs
 */
async function packAsBuilt(folders, target) {
  const filters = folders.flatMap((folder) => ['--filter', `./${shown(folder)}`]);
  // `prepack` is there for those who pack a single folder; here it would refuse.
  const options = ['--config.ignore-scripts=true', '--pack-destination', target];
  const { code, output } = await alone(async () => {
    const built = await build();
    if (built.code !== 0) throw new Error(`${built.output.trimEnd()}\n\nThe build failed.`);
    return runPnpm([...filters, 'pack', ...options]);
  });
  const names = folders.map((folder) => tarballName(manifestOf(folder)));
  const missing = names.filter((name) => !existsSync(join(target, name)));
  if (code !== 0 || missing.length > 0)
    throw new Error(
      `${output.trimEnd()}\n\nPacking failed (exit code ${code}). Missing: ${missing.join(', ')}`,
    );
}

/**
 * @param {string} folder a package's
 * @param {string} tarball the package with all that its `dist` holds
 * @param {string} target the folder for the tarball that is published
 */
async function packForUsers(folder, tarball, target) {
  const unpacked = `${tarball}.unpacked`;
  mkdirSync(unpacked);
  await succeed('tar', ['-xzf', tarball, '-C', unpacked]);
  const stage = join(unpacked, 'package');
  await prepareForUsers(folder, stage);
  // the manifest is final: npm needs neither the workspace nor the scripts
  await succeed('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', target], stage);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} [cwd]
 * @throws {Error} with what the command printed, where it fails
 */
async function succeed(command, args, cwd) {
  const { code, output } = await run(command, args, cwd === undefined ? {} : { cwd });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed (exit code ${code}):\n${output}`);
}

/** How long a lock may be left over by a run that was killed, in milliseconds. */
const STALE = 300_000;

/**
 * Runs something while no other run of this script does: a build clears away what another one has not finished.
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

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ConfigError } from '../config-error.js';
import { git, gitBytes } from './files-at.js';

/**
 * Lets `use` work in the folder as it was at a revision. Installed packages are those of today: what changed in a dependency
 * does not show. The files lie in a temporary folder, which is removed.
 *
 * @throws ConfigError where git knows no such revision
 */
export async function withWorkTree<T>(
  folder: string,
  revision: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const top = git(folder, ['rev-parse', '--show-toplevel']).trim();
  const commit = git(folder, ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`]).trim();
  const place = mkdtempSync(join(realpathSync(tmpdir()), 'bytewright-revision-'));
  try {
    extract(gitBytes(top, ['archive', '--format=tar', commit]), place);
    linkPackages(top, place);
    linkPackagesAbove(top, place);
    // schema modules are modules of ECMAScript, whatever a package around the repository says
    const manifest = join(place, 'package.json');
    if (!existsSync(manifest)) writeFileSync(manifest, '{ "type": "module" }\n');
    const then = join(place, relative(realpathSync(top), realpathSync(folder)));
    if (!existsSync(then)) throw new ConfigError(`There was no such folder at ${revision}`);
    return await use(then);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function extract(archive: Buffer, place: string): void {
  try {
    execFileSync('tar', ['-xf', '-', '-C', place], { input: archive, stdio: ['pipe', 'ignore', 'pipe'] });
  } catch (error) {
    throw new ConfigError(`tar: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Packages are looked for in the folders around as well. */
function linkPackagesAbove(top: string, place: string): void {
  const to = join(place, 'node_modules');
  for (let folder = top; !existsSync(to) && dirname(folder) !== folder; folder = dirname(folder)) {
    const from = join(dirname(folder), 'node_modules');
    if (existsSync(from)) symlinkSync(from, to, 'junction');
  }
}

/** Folders deeper than this are no packages of a workspace. */
const DEEPEST = 4;

/** Every `node_modules` of today, at the same place. */
function linkPackages(top: string, place: string, depth = 0): void {
  for (const entry of readdirSync(top, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === '.git') continue;
    const [from, to] = [join(top, entry.name), join(place, entry.name)];
    if (entry.name === 'node_modules') {
      if (existsSync(to)) continue;
      mkdirSync(dirname(to), { recursive: true });
      symlinkSync(from, to, 'junction');
    } else if (depth < DEEPEST && existsSync(to)) linkPackages(from, to, depth + 1);
  }
}

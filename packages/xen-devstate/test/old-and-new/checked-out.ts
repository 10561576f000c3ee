import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The working tree. */
export const ROOT: string = fileURLToPath(new URL('../../../../', import.meta.url));

/** The folder in which old trees are kept between runs; it is ignored by git. */
export const CACHE: string = join(ROOT, 'node_modules', '.cache', 'old-and-new');

/** The paths of generated code, its sources, and its imports. */
const PATHS = [
  'packages/runtime',
  'packages/xen-devstate/package.json',
  'packages/xen-devstate/src',
  'packages/codegen/test/golden',
];

/** The packages that generated code imports by name. */
const PACKAGES = ['runtime', 'xen-devstate'];

const git = (args: readonly string[], maxBuffer = 2 ** 20): Buffer =>
  execFileSync('git', ['-c', `safe.directory=${ROOT}`, ...args], {
    cwd: ROOT,
    maxBuffer,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/**
 * Extracts a commit's generated code and runtime to a folder where its packages resolve only one another.
 *
 * @param revision - anything that git accepts as a commit
 * @returns the folder; created by the first run that uses the commit, and then left alone
 * @throws Error if the repository does not have the commit, for example in a shallow clone
 */
export function checkedOut(revision: string): string {
  let commit: string;
  try {
    commit = git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
      .toString()
      .trim();
  } catch (error) {
    const hint = 'A shallow clone lacks old commits: git fetch --unshallow';
    throw new Error(`git has no commit ${revision}. ${hint}`, { cause: error });
  }
  const folder = join(CACHE, commit);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const temporary = mkdtempSync(join(CACHE, 'checkout-'));
  try {
    const archive = git(['archive', commit, '--', ...PATHS], 2 ** 28);
    execFileSync('tar', ['-x', '-C', temporary], { input: archive });
    const scope = join(temporary, 'node_modules', '@bytewright');
    mkdirSync(scope, { recursive: true });
    for (const name of PACKAGES) symlinkSync(join('..', '..', 'packages', name), join(scope, name));
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    // Another run may have created it in the meantime.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

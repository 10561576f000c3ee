import { posix } from 'node:path';
import { ConfigError } from '../faults/config-error.js';
import { git } from './git.js';

/** A repository as it was at a revision. */
export interface Revision {
  /** As it was asked for. */
  readonly name: string;
  /** The hash of its tree. */
  readonly tree: string;
  /** The top of the working tree, as an absolute path. */
  readonly top: string;
  /** The folder that relative paths are relative to, from the top; empty for the top itself. */
  readonly prefix: string;
}

/**
 * Finds a revision in the repository that a folder is in.
 *
 * @throws ConfigError where there is no git, no repository or no such revision
 */
export async function findRevision(name: string, folder: string): Promise<Revision> {
  const where = await git(folder, ['rev-parse', '--show-toplevel', '--show-prefix']);
  if (!where.isFine) throw new ConfigError(`${name}: ${folder} is in no git repository (${where.complaint})`);
  const [top = '', prefix = ''] = where.output.split('\n');
  // what begins with a dash would be an option, and an empty name is git's index
  const found =
    name === '' || name.startsWith('-')
      ? undefined
      : await git(folder, ['rev-parse', '--verify', '--quiet', `${name}^{tree}`]);
  if (!found?.isFine) throw new ConfigError(`git knows no revision ${JSON.stringify(name)} in ${top}`);
  return { name, tree: found.output.trim(), top, prefix: prefix.replace(/\/$/, '') };
}

/**
 * A path from the top of the repository, in git's way: one that begins with `./` or `../` is relative to the current folder.
 *
 * @throws ConfigError where it leads out of the repository
 */
export function pathAt({ name, prefix }: Revision, path: string): string {
  const slashes = path.replace(/\\/g, '/');
  const whole = posix.normalize(/^\.\.?\//.test(slashes) ? posix.join(prefix, slashes) : slashes);
  if (whole === '' || whole.startsWith('../') || whole === '..' || posix.isAbsolute(whole))
    throw new ConfigError(
      `${name}:${path} is not in the repository: give the path from its top, or begin it with ./`,
    );
  return whole;
}

/**
 * The text of a file at a revision; `undefined` where there is no such file.
 *
 * @param path from the top of the repository
 */
export async function textAt({ tree, top }: Revision, path: string): Promise<string | undefined> {
  const { isFine, output } = await git(top, ['cat-file', 'blob', `${tree}:${path}`]);
  return isFine ? output : undefined;
}

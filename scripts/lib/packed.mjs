import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pack } from '../pack.mjs';
import { manifestOf, publishedFolders, tarballName } from './published.mjs';

/**
 * The packages as they are published. With `--packed FOLDER` among the arguments they have been packed already, as the
 * checks do once for all of them; otherwise they are packed now, into a folder that is removed when the process ends.
 *
 * @param {readonly string[]} args the process's arguments
 * @returns {Promise<{ tarballs: Map<string, string>, rest: string[] }>} paths by the packages' folder names (`runtime`),
 *   and the other arguments
 * @throws {Error} where one is missing, or packing fails
 */
export async function packedPackages(args) {
  const at = args.indexOf('--packed');
  const given = at < 0 ? undefined : args[at + 1];
  const rest = at < 0 ? [...args] : args.filter((_, index) => index !== at && index !== at + 1);
  const folder = given === undefined ? mkdtempSync(join(tmpdir(), 'bytewright-packed-')) : resolve(given);
  if (given === undefined) {
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    await pack(folder);
  }
  const found = new Set(readdirSync(folder));
  const tarballs = new Map(
    publishedFolders().map((path) => {
      const name = tarballName(manifestOf(path));
      if (!found.has(name)) {
        throw new Error(`${folder} has no ${name}: npm run pack -- ${folder}`);
      }
      return [basename(path), join(folder, name)];
    }),
  );
  return { tarballs, rest };
}

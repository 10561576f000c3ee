import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where a side is to be found. */
export interface SideAddress {
  /** A git revision; the files as they are, if not given. */
  readonly revision: string | undefined;
  /** The path of a file. At a revision it is from the top of the repository, or begins with `./` or `../`. */
  readonly path: string;
  /** The one struct that is asked for. */
  readonly root: string | undefined;
}

/**
 * Takes a side's text apart: `[REVISION:]PATH[#STRUCT]`.
 *
 * @param folder what paths are relative to: a file of that name there is meant, even if its name has a colon or a number sign
 * @example `HEAD~1:./message.ts#Message` is `{ revision: 'HEAD~1', path: './message.ts', root: 'Message' }`
 */
export function sideAddress(text: string, folder: string): SideAddress {
  if (existsSync(resolve(folder, text))) return { revision: undefined, path: text, root: undefined };
  const [, place = text, root] = /^(.*)#([A-Za-z_$][\w$]*)$/s.exec(text) ?? [];
  // a file that exists, or a Windows path with the letter of a drive
  const isFile = existsSync(resolve(folder, place)) || /^[A-Za-z]:[\\/]/.test(place);
  const colon = isFile ? -1 : place.indexOf(':');
  return colon < 0
    ? { revision: undefined, path: place, root }
    : { revision: place.slice(0, colon), path: place.slice(colon + 1), root };
}

import { readFileSync } from 'node:fs';

/** The meanings of the members of a union of codes: their comments in the file that exports the type. */
export function meaningsOf(file: URL, type: string): ReadonlyMap<string, string> {
  const [, union = ''] = readFileSync(file, 'utf8').split(`export type ${type} =`);
  const [members = ''] = union.split(';\n');
  const meanings = new Map<string, string>();
  for (const [, comment, code = ''] of members.matchAll(/(?:\/\*\* (.+) \*\/\n)? +\| '([a-z-]+)'/g)) {
    if (comment === undefined) throw new Error(`${type}: nothing is said of ${code}`);
    meanings.set(code, comment);
  }
  return meanings;
}

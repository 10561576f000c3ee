import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * The folders whose lists of files an outcome depends on: all in the folder of generated code, and those of the files and around
 * them up to the configuration's, as a configuration may find its modules by looking into folders.
 */
export function watchedFolders(root: string, files: readonly string[], output: string): readonly string[] {
  const found = new Set<string>(foldersBelow(output));
  for (const file of files) {
    if (file.includes(`${sep}node_modules${sep}`)) continue;
    for (let one = dirname(file); !found.has(one); one = dirname(one)) {
      found.add(one);
      if (!one.startsWith(`${root}${sep}`)) break;
    }
  }
  return [...found].sort();
}

/** A folder, and all below it that may hold generated code. */
function foldersBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [folder];
  const found = [folder];
  for (const one of found) {
    for (const entry of readdirSync(one, { withFileTypes: true }))
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
        found.push(join(one, entry.name)); // lists grow while walked
  }
  return found;
}

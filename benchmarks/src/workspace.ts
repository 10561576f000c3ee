import { existsSync } from 'node:fs';

/** The repository's folder, wherever in it this module was built to. */
export const ROOT = rootAbove(new URL('.', import.meta.url));

function rootAbove(folder: URL): URL {
  if (existsSync(new URL('pnpm-workspace.yaml', folder))) return folder;
  const parent = new URL('..', folder);
  if (parent.href === folder.href) throw new Error('This is run outside of the repository');
  return rootAbove(parent);
}

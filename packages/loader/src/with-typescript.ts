import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { addHooks } from './add-hooks.js';
import { importInBun } from './import-in-bun.js';
import { importNatively } from './import-natively.js';
import { hasStamp, stamped, withoutStamp } from './stamp.js';

/** Imports a module by its path, relative to the current folder, and gives what it exports. */
export type ImportModule = (path: string) => Promise<Readonly<Record<string, unknown>>>;

/** How modules are found. */
export interface LoadOptions {
  /**
   * A module, by its URL, for which packages are installed that may be missing where the imported modules are: usually
   * `import.meta.url`. A package that is not found from a module is looked for from here.
   */
  readonly packagesOf?: string;
  /**
   * Is told the files that were loaded: those that were imported, and those that they import, as far as those are no part of a package in
   * a `node_modules` folder; of such a package only what is imported from outside of it. In Bun nobody is told.
   */
  readonly loaded?: (files: ReadonlySet<string>) => void;
}

/**
 * Runs something that imports TypeScript modules. They are ES modules whatever their package.json says, `./x.js` in
 * them finds `./x.ts`, and all of TypeScript may be used that needs no look at other files. What several of them import is
 * loaded once; what was imported in an earlier run is loaded anew, but for what is in a `node_modules` folder.
 *
 * Bun loads TypeScript itself; there nothing is loaded anew, and `packagesOf` is not looked at.
 *
 * @throws SyntaxError of `FILE:LINE:COLUMN` for what is no TypeScript; whatever importing throws
 * @example
 * const names = await withTypeScript(async (importModule) => Object.keys(await importModule('schema/message.ts')));
 */
export async function withTypeScript<T>(
  run: (importModule: ImportModule) => Promise<T>,
  options: LoadOptions = {},
): Promise<T> {
  if ('bun' in process.versions) return run((path) => importInBun(pathToFileURL(path).href));
  // A stamp in the address of each module tells this run's apart: Node never forgets what it has loaded.
  const stamp = randomUUID();
  const files = new Set<string>();
  const removeHooks = addHooks({ stamp, packagesOf: options.packagesOf }, (url) => {
    if (url.startsWith('file:')) files.add(fileURLToPath(hasStamp(url, stamp) ? withoutStamp(url) : url));
  });
  try {
    return await run((path) => {
      const real = realpathSync(path); // modules are known by their real paths
      files.add(real);
      return importNatively(stamped(pathToFileURL(real).href, stamp));
    });
  } finally {
    removeHooks();
    options.loaded?.(files);
  }
}

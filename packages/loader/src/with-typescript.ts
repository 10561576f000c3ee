import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { addHooks } from './add-hooks.js';
import { importInBun } from './import-in-bun.js';
import { importNatively } from './import-natively.js';
import { hasStamp, stamped, withoutStamp } from './stamp.js';

/** Imports a module by its path, relative to the working directory, and returns its exports. */
export type ImportModule = (path: string) => Promise<Readonly<Record<string, unknown>>>;

/** Options for loading modules. */
export interface LoadOptions {
  /**
   * The URL of a module for which packages are installed that the imported modules may lack: usually `import.meta.url`. A
   * package that cannot be resolved from a module is resolved from here.
   */
  readonly packagesOf?: string;
  /**
   * Called with the files that were loaded: the imported modules and their own imports. Of a package in a `node_modules` folder,
   * only the modules that are imported from outside of it are included. Not called in Bun.
   */
  readonly loaded?: (files: ReadonlySet<string>) => void;
}

/**
 * Runs a function that imports TypeScript modules. They are ES modules regardless of their package.json, `./x.js` in them
 * resolves to `./x.ts`, and they may use any TypeScript that can be compiled file by file. Modules imported by several others
 * are loaded once; modules imported in an earlier run are loaded again, except those in a `node_modules` folder.
 *
 * Bun loads TypeScript itself; there, no module is loaded again, and `packagesOf` is ignored.
 *
 * @throws SyntaxError with `FILE:LINE:COLUMN` for invalid TypeScript; any error of the import
 * @example
 * const names = await withTypeScript(async (importModule) => Object.keys(await importModule('schema/message.ts')));
 */
export async function withTypeScript<T>(
  run: (importModule: ImportModule) => Promise<T>,
  options: LoadOptions = {},
): Promise<T> {
  if ('bun' in process.versions) return run((path) => importInBun(pathToFileURL(path).href));
  // A stamp in the URL of each module makes it unique to this run: Node never unloads a module.
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

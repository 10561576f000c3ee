import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';

/** Imports a module by its path. */
export type ImportModule = (path: string) => Promise<Readonly<Record<string, unknown>>>;

/**
 * Runs something that imports TypeScript modules, by tsx. What several of them import is loaded once; what an earlier run
 * imported is loaded anew.
 */
export async function withTypeScript<T>(run: (importModule: ImportModule) => Promise<T>): Promise<T> {
  // One scope for all, so that what several modules import is loaded once; a new one each time, so that files are read anew.
  const typeScript = register({ namespace: randomUUID() });
  try {
    return await run(
      async (path) =>
        (await typeScript.import(pathToFileURL(path).href, import.meta.url)) as Record<string, unknown>, // a module namespace
    );
  } finally {
    await typeScript.unregister();
  }
}

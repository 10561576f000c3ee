import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';

/** Imports a module of TypeScript, or of JavaScript, by its path. */
export type ImportModule = (path: string) => Promise<Record<string, unknown>>;

/**
 * Lets `use` import modules of TypeScript. They have one scope, so that what several of them import is loaded once; it is a new
 * one each time, so that files are read anew.
 */
export async function importModules<T>(use: (importModule: ImportModule) => Promise<T>): Promise<T> {
  const typeScript = register({ namespace: randomUUID() });
  try {
    return await use(
      async (path) =>
        (await typeScript.import(pathToFileURL(path).href, import.meta.url)) as Record<string, unknown>, // a module namespace
    );
  } finally {
    await typeScript.unregister();
  }
}

import { elsewhere, forRun, isImportOf, load as loadFor, resolvePath } from './hooks.js';

/** @typedef {import('./hooks.js').Run} Run */

/** @type {Run} */
let run = { stamp: '', packagesOf: undefined };

/** @type {import('node:worker_threads').MessagePort | undefined} */
let port;

/**
 * Called once, with the data passed to `register()`: each run has a copy of this module.
 *
 * @param {{ run: Run, port: import('node:worker_threads').MessagePort }} data
 */
export function initialize(data) {
  ({ run, port } = data);
}

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, nextResolve) {
  if (!isImportOf(run, specifier, context)) return nextResolve(specifier, context);
  const resolved = await resolveImport(specifier, context, nextResolve);
  port?.postMessage(resolved.url);
  return resolved;
}

/** @type {import('node:module').ResolveHook} */
async function resolveImport(specifier, context, nextResolve) {
  const path = resolvePath(run, specifier, context);
  if (path !== undefined) return path;
  try {
    return forRun(run, await nextResolve(specifier, context));
  } catch (error) {
    const other = elsewhere(run, specifier, context, error);
    try {
      return forRun(run, await nextResolve(specifier, other));
    } catch {
      throw error;
    }
  }
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  return loadFor(run, url, context, nextLoad);
}

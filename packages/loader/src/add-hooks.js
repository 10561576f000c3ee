import * as nodeModule from 'node:module';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { elsewhere, forRun, isImportOf, load, resolvePath } from './hooks.js';

/** @typedef {import('./hooks.js').Run} Run */
/** @typedef {import('./hooks.js').ResolveContext} ResolveContext */
/** @typedef {import('./hooks.js').Resolved} Resolved */

/**
 * In-thread hooks, available in Node since 22.15; `@types/node` of Node 20 does not declare them.
 *
 * @typedef {(hooks: {
 *   resolve: (
 *     specifier: string,
 *     context: ResolveContext,
 *     next: (specifier: string, context: ResolveContext) => Resolved,
 *   ) => Resolved,
 *   load: (url: string, context: object, next: (url: string, context: object) => object) => object,
 * }) => { deregister: () => void }} RegisterHooks
 */

/**
 * Enables Node to load the modules of a run.
 *
 * @param {Run} run
 * @param {(url: string) => void} found is called with the URL of each import in the run's modules, at the latest when the hooks are removed
 * @returns {() => void} removes the hooks
 */
export function addHooks(run, found) {
  process.setSourceMapsEnabled(true);
  if ('registerHooks' in nodeModule)
    return inThisThread(/** @type {RegisterHooks} */ (nodeModule.registerHooks), run, found);
  // Older versions only have hooks in a separate thread, which cannot be removed. No later module has their stamp.
  const url = new URL(`./hooks-thread.js?run=${run.stamp}`, import.meta.url);
  const { port1: here, port2: there } = new MessageChannel();
  nodeModule.register(url, { data: { run, port: there }, transferList: [there] });
  return () => {
    // what was sent before an import was answered is here by now
    for (let one = receiveMessageOnPort(here); one !== undefined; one = receiveMessageOnPort(here))
      found(String(one.message));
    here.close();
  };
}

/**
 * @param {RegisterHooks} registerHooks
 * @param {Run} run
 * @param {(url: string) => void} found
 * @returns {() => void}
 */
function inThisThread(registerHooks, run, found) {
  /** @type {(...args: Parameters<Parameters<RegisterHooks>[0]['resolve']>) => Resolved} */
  const resolve = (specifier, context, next) => {
    const path = resolvePath(run, specifier, context);
    if (path !== undefined) return path;
    try {
      return forRun(run, next(specifier, context));
    } catch (error) {
      const other = elsewhere(run, specifier, context, error);
      try {
        return forRun(run, next(specifier, other));
      } catch {
        throw error;
      }
    }
  };
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      if (!isImportOf(run, specifier, context)) return next(specifier, context);
      const resolved = resolve(specifier, context, next);
      found(resolved.url);
      return resolved;
    },
    load: (url, context, next) => load(run, url, context, next),
  });
  return () => hooks.deregister();
}

import { compile, isTypeScript } from './compile.js';
import { findSource } from './find-source.js';
import { hasStamp, stamped, withoutStamp } from './stamp.js';

/**
 * The data that hooks have about a run.
 *
 * @typedef {object} Run
 * @property {string} stamp marks its modules
 * @property {string | undefined} packagesOf a module whose installed packages are used if a package is not found elsewhere
 */

/** @typedef {{ parentURL?: string | undefined }} ResolveContext Node's context of an import */

/** @typedef {import('node:module').ResolveFnOutput} Resolved where it leads */

/** Paths are resolved here, as TypeScript does; everything else is resolved by Node. */
const PATH = /^(?:\.\.?\/|\/|file:)[^?#]*$/;

/** A package name, and an optional path in the package. */
const PACKAGE = /^(?:@[^/:]+\/)?[^./#:@][^:]*$/;

/**
 * Resolves an import by path in a module of a run.
 *
 * @param {Run} run
 * @param {string} specifier
 * @param {ResolveContext} context
 * @returns {Resolved | undefined}
 */
export function resolvePath({ stamp }, specifier, { parentURL }) {
  if (parentURL === undefined || !PATH.test(specifier)) return undefined;
  const url = findSource(new URL(specifier, parentURL).href);
  if (url === undefined) return undefined;
  return { url: stamped(url, stamp), shortCircuit: true, ...(isTypeScript(url) ? { format: 'module' } : {}) };
}

/**
 * @param {Run} run
 * @param {string} specifier
 * @param {ResolveContext} context
 * @returns {boolean} whether an import is one of a run's modules
 */
export function isImportOf({ stamp }, specifier, { parentURL }) {
  return hasStamp(parentURL, stamp) && !hasStamp(specifier, stamp);
}

/**
 * Adapts a result of Node's resolution to this run.
 *
 * @template {Resolved} R
 * @param {Run} run
 * @param {R} resolved
 * @returns {R}
 */
export function forRun({ stamp }, resolved) {
  return { ...resolved, url: stamped(resolved.url, stamp) };
}

/**
 * Returns the context for a second attempt to find a package that Node has not found.
 *
 * @template {ResolveContext} C
 * @param {Run} run
 * @param {string} specifier
 * @param {C} context
 * @param {unknown} error the error from Node
 * @returns {C}
 * @throws the error, if there is no other place to look
 */
export function elsewhere({ packagesOf }, specifier, context, error) {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  if (packagesOf === undefined || !isMissing || !PACKAGE.test(specifier)) throw error;
  return { ...context, parentURL: packagesOf };
}

/**
 * The `load` hook, for either thread: compiles TypeScript modules of the run, and passes everything else to the next hook.
 *
 * @template C, N
 * @param {Run} run
 * @param {string} url
 * @param {C} context
 * @param {(url: string, context: C) => N} nextLoad
 * @returns {N | { format: 'module', source: string, shortCircuit: true }}
 */
export function load({ stamp }, url, context, nextLoad) {
  if (!hasStamp(url, stamp)) return nextLoad(url, context);
  const file = withoutStamp(url);
  if (!isTypeScript(file)) return nextLoad(url, context);
  return { format: 'module', source: compile(file), shortCircuit: true };
}

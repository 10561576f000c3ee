import { compile, isTypeScript } from './compile.js';
import { findSource } from './find-source.js';
import { hasStamp, stamped, withoutStamp } from './stamp.js';

/**
 * What hooks know of a run.
 *
 * @typedef {object} Run
 * @property {string} stamp marks its modules
 * @property {string | undefined} packagesOf a module for which packages are installed that others may not have
 */

/** @typedef {{ parentURL?: string | undefined }} ResolveContext what Node says of an import */

/** @typedef {import('node:module').ResolveFnOutput} Resolved where it leads */

/** A path is resolved here, in a TypeScript module's way; everything else by Node. */
const PATH = /^(?:\.\.?\/|\/|file:)[^?#]*$/;

/** A package's name, and what follows it. */
const PACKAGE = /^(?:@[^/:]+\/)?[^./#:@][^:]*$/;

/**
 * Where an import in a run's module leads, if that is a file that its path means.
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
 * Where Node has found something, for this run.
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
 * Where else to look for a package that Node has not found.
 *
 * @template {ResolveContext} C
 * @param {Run} run
 * @param {string} specifier
 * @param {C} context
 * @param {unknown} error Node's
 * @returns {C}
 * @throws the error, where nothing else can be done
 */
export function elsewhere({ packagesOf }, specifier, context, error) {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  if (packagesOf === undefined || !isMissing || !PACKAGE.test(specifier)) throw error;
  return { ...context, parentURL: packagesOf };
}

/**
 * The hook that loads, in either thread: what it does not do itself, the next one does.
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

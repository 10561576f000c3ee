/** The query parameter that marks the modules of a run. */
const QUERY = '?bytewright-run=';

/**
 * Returns the URL of a module for one run. Modules in `node_modules` are shared by all runs, as they are not edited, and as
 * their exports must be the same for all importers.
 *
 * @param {string} url
 * @param {string} stamp the run's
 * @returns {string} the URL with the stamp, if it can be loaded again
 */
export function stamped(url, stamp) {
  return url.startsWith('file:') && !url.includes('/node_modules/') && !url.includes('?')
    ? `${url}${QUERY}${stamp}`
    : url;
}

/**
 * Returns whether a module belongs to a run.
 *
 * @param {string | undefined} url
 * @param {string} stamp the run's
 * @returns {boolean}
 */
export function hasStamp(url, stamp) {
  return url?.endsWith(`${QUERY}${stamp}`) === true;
}

/**
 * @param {string} url with a stamp
 * @returns {string} the URL without the stamp
 */
export function withoutStamp(url) {
  return url.slice(0, url.lastIndexOf(QUERY));
}

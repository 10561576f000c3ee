/** The query that marks modules of a run. */
const QUERY = '?bytewright-run=';

/**
 * The address of a module for one run. Modules in `node_modules` are the same for all runs, as nobody edits them, and as
 * what they export has to be the same for everybody.
 *
 * @param {string} url
 * @param {string} stamp the run's
 * @returns {string} the URL with the stamp, if it can be loaded anew
 */
export function stamped(url, stamp) {
  return url.startsWith('file:') && !url.includes('/node_modules/') && !url.includes('?')
    ? `${url}${QUERY}${stamp}`
    : url;
}

/**
 * Whether a module is one of a run's.
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
 * @returns {string} the same without it
 */
export function withoutStamp(url) {
  return url.slice(0, url.lastIndexOf(QUERY));
}

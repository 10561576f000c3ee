/**
 * Calls Node's own `import()`. It is in JavaScript so that tools that replace `import()` in TypeScript, such as a test runner,
 * leave it alone.
 *
 * @param {string} url
 * @returns {Promise<Readonly<Record<string, unknown>>>} the module's namespace
 */
export const importNatively = (url) => import(url);

/**
 * Node's own `import()`: in JavaScript, so that it is left alone by what replaces `import()` in TypeScript, such as a test
 * runner.
 *
 * @param {string} url
 * @returns {Promise<Readonly<Record<string, unknown>>>} the module's namespace
 */
export const importNatively = (url) => import(url);

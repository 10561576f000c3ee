import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

/**
 * A user's program, as a bundler makes it.
 *
 * @param {string} text the user's module
 * @param {string} folder where the packages are installed
 * @param {{ minify: boolean }} options whether names and spaces are shortened
 * @returns {Uint8Array} the whole program
 */
export function bundle(text, folder, { minify }) {
  const { outputFiles } = buildSync({
    stdin: { contents: text, resolveDir: folder, loader: 'ts' },
    ...{ bundle: true, minify, write: false, format: 'esm', platform: 'node' },
  });
  return outputFiles[0]?.contents ?? new Uint8Array(0);
}

/**
 * @param {Uint8Array} bytes any
 * @returns {number} how many they are when they are compressed as well as it goes
 */
export function gzipped(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}

/**
 * What is in a program that only decodes, and is for encoding: functions that write or measure, and tables of them.
 *
 * @param {Uint8Array} program a bundle that is not minified, in which every module's own names begin a line
 * @returns {string[]} their names
 */
export function writersIn(program) {
  const text = Buffer.from(program).toString('utf8');
  const declared =
    /^(?:async )?(?:function\*?|var|let|const|class) ((?:write|measure|sizeOf|encode)\w*|\w*[wW]riting\w*)/gm;
  return [...text.matchAll(declared)].map((match) => match[1] ?? '');
}

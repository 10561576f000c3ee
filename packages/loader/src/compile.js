import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'oxc-transform';

const TYPESCRIPT = /\.(?:ts|mts|tsx)$/;

/**
 * Whether a module has to be compiled.
 *
 * @param {string} url
 */
export function isTypeScript(url) {
  return TYPESCRIPT.test(url);
}

/**
 * The JavaScript of a TypeScript module, with a source map in it: stack traces name lines of the source.
 *
 * @param {string} url of the file
 * @returns {string}
 * @throws {SyntaxError} of `FILE:LINE:COLUMN` for what is no TypeScript
 */
export function compile(url) {
  const path = fileURLToPath(url);
  const source = readFileSync(path, 'utf8');
  const { code, map, errors } = transformSync(path, source, {
    lang: path.endsWith('x') ? 'tsx' : 'ts',
    sourceType: 'module',
    sourcemap: true,
    cwd: '/',
  });
  const [error] = errors;
  if (error !== undefined) throw fault(path, source, error);
  if (map === undefined) return code;
  const inline = Buffer.from(JSON.stringify({ ...map, sources: [url], sourcesContent: undefined }));
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${inline.toString('base64')}`;
}

/**
 * @param {string} path
 * @param {string} source
 * @param {import('oxc-transform').OxcError} error
 */
function fault(path, source, { message, labels: [label], codeframe }) {
  // counted in bytes of UTF-8
  const before = Buffer.from(source)
    .subarray(0, label?.start ?? 0)
    .toString()
    .split('\n');
  const place = `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
  const lines = codeframe?.split('\n').slice(3) ?? [];
  const found = new SyntaxError([`${place}: ${message}`, ...lines].join('\n').trimEnd());
  // where in the compiler it was found helps nobody
  found.stack = `SyntaxError: ${found.message}`;
  return found;
}

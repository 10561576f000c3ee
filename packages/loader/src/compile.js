import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'oxc-transform';

const TYPESCRIPT = /\.(?:ts|mts|tsx)$/;

/**
 * Returns whether a module must be compiled.
 *
 * @param {string} url
 */
export function isTypeScript(url) {
  return TYPESCRIPT.test(url);
}

/**
 * Compiles a TypeScript module to JavaScript with an inline source map, so that stack traces show lines of the source.
 *
 * @param {string} url of the file
 * @returns {string}
 * @throws {SyntaxError} with `FILE:LINE:COLUMN` if it is not valid TypeScript
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
  // offsets are in UTF-8 bytes
  const before = Buffer.from(source)
    .subarray(0, label?.start ?? 0)
    .toString()
    .split('\n');
  const place = `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
  const lines = codeframe?.split('\n').slice(3) ?? [];
  const found = new SyntaxError([`${place}: ${message}`, ...lines].join('\n').trimEnd());
  // a stack trace inside the compiler is of no use
  found.stack = `SyntaxError: ${found.message}`;
  return found;
}

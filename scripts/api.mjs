// Writes down what each package offers: one file for each door, with its exports and their types, in the package's `api`
// folder. A change of it is seen in review. `npm run api` rewrites the files, `npm run api:check` fails if they are stale.
// Generated code behind a wildcard is only listed by name: its declarations follow from its schemas.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { exportsOf, listExports } from './api/list-exports.mjs';
import { build } from './build.mjs';
import { doorsOf } from './lib/doors.mjs';
import { manifestOf, publishedFolders } from './lib/published.mjs';
import { shown } from './lib/workspace.mjs';

const isCheck = process.argv.includes('--check');
const built = await build();
if (built.code !== 0) {
  console.error(`${built.output.trimEnd()}\n\nThe build failed.`);
  process.exitCode = 1;
} else {
  const stale = publishedFolders().flatMap(renew);
  for (const file of stale) {
    console.log(`${file}: ${isCheck ? 'stale, see npm run api' : 'written'}`);
  }
  console.log(`${stale.length} files ${isCheck ? 'are stale' : 'changed'}`);
  process.exitCode = isCheck && stale.length > 0 ? 1 : 0;
}

/**
 * @param {string} folder a package's folder
 * @returns {string[]} the files that were not as they should be
 */
function renew(folder) {
  const wanted = listings(folder);
  const api = join(folder, 'api');
  mkdirSync(api, { recursive: true });
  const found = readdirSync(api);
  const gone = found.filter((name) => !wanted.has(name));
  const changed = [...wanted].filter(
    ([name, text]) => !found.includes(name) || readFileSync(join(api, name), 'utf8') !== text,
  );
  if (!isCheck) {
    for (const name of gone) rmSync(join(api, name));
    for (const [name, text] of changed) writeFileSync(join(api, name), text);
  }
  return [...gone, ...changed.map(([name]) => name)].map((name) => shown(join(api, name)));
}

/**
 * @param {string} folder a package's folder
 * @returns {Map<string, string>} files and their text
 */
function listings(folder) {
  const { name, exports } = manifestOf(folder);
  const doors = doorsOf(folder, name, exports);
  const named = doors.filter(({ wildcard }) => wildcard === undefined);
  const program = ts.createProgram(
    named.map(({ types }) => join(folder, types)),
    { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [], skipLibCheck: true },
  );
  const own = `${shown(folder)}/dist/`;
  const origin = {
    named: new Set(
      named.flatMap(({ types }) => exportsOf(program, join(folder, types)).map(({ symbol }) => symbol)),
    ),
    packageOf: (/** @type {string} */ file) => {
      if (shown(file).startsWith(own)) return undefined;
      const sibling = publishedFolders().find((one) => shown(file).startsWith(`${shown(one)}/`));
      if (sibling !== undefined) return manifestOf(sibling).name;
      return /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
    },
    isShown: (/** @type {string} */ file) =>
      shown(file).startsWith(own) && !/^(?:generated|catalogs)\//.test(shown(file).slice(own.length)),
  };
  const files = new Map(
    named.map(({ path, specifier, types }) => [
      `${path === '.' ? 'index' : path.slice(2).replaceAll('/', '.')}.d.ts.txt`,
      `// ${specifier}\n\n${listExports(program, join(folder, types), origin)}`,
    ]),
  );
  const wildcards = Object.keys(exports).filter((path) => path.includes('*'));
  if (wildcards.length > 0) {
    files.set(
      'doors-of-generated-code.txt',
      wildcards.map((path) => listWildcard(name, path, doors)).join('\n'),
    );
  }
  return files;
}

/**
 * @param {string} name the package's
 * @param {string} wildcard as in `exports`: `./devices/*`
 * @param {readonly import('./lib/doors.mjs').Door[]} doors all of the package
 * @returns {string} the wildcard, and below it what it stands for
 */
function listWildcard(name, wildcard, doors) {
  const own = doors.filter((door) => door.wildcard === wildcard);
  const start = wildcard.indexOf('*');
  return [`${name}${wildcard.slice(1)}`, ...own.map(({ path }) => `  ${path.slice(start)}`), ''].join('\n');
}

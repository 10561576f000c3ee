// Builds the packages, each into its `dist`: `npm run build`.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publishedFolders } from './lib/published.mjs';
import { runNode } from './lib/run.mjs';
import { TOOLS } from './lib/workspace.mjs';

/** What the compiler makes of `NAME.ts`, or of `NAME.js`. */
const OUTPUT = /\.(?:d\.ts|js)$/;

/**
 * Brings each package's `dist` to what follows from its sources, and to nothing else.
 *
 * @returns {Promise<import('./lib/run.mjs').Outcome>} the compiler's exit code and output
 */
export async function build() {
  const folders = publishedFolders();
  folders.forEach(removeStaleOutput);
  const built = await runNode(TOOLS.tsc, ['-b']);
  if (built.code === 0) folders.forEach(writeForOlderCompilers);
  return built;
}

/**
 * Removes what an earlier build made of sources that are gone: the compiler leaves it, and it would be published.
 *
 * @param {string} folder a package's folder
 */
function removeStaleOutput(folder) {
  const dist = join(folder, 'dist');
  for (const path of filesBelow(dist)) {
    const name = join(folder, 'src', path.slice(dist.length).replace(OUTPUT, ''));
    const hasSource = OUTPUT.test(path) && ['.ts', '.js'].some((ending) => existsSync(name + ending));
    if (!path.endsWith('.tsbuildinfo') && !hasSource) rmSync(path);
  }
}

/**
 * Says types of declarations as TypeScript 5.4 understands them. Typed arrays have a parameter since 5.7 only, and the compiler
 * writes it out where it infers a type, though it is the one that stands for itself.
 *
 * @param {string} folder a package's folder
 */
function writeForOlderCompilers(folder) {
  for (const path of filesBelow(join(folder, 'dist'))) {
    if (!path.endsWith('.d.ts')) continue;
    const text = readFileSync(path, 'utf8');
    const older = text.replace(/\b(\w+Array)<ArrayBuffer(?:Like)?>/g, '$1');
    if (older !== text) writeFileSync(path, older);
  }
}

/** @param {string} folder @returns {string[]} the files in it, at any depth; none where there is no such folder */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { code, output } = await build();
  if (code !== 0) console.error(output.trimEnd());
  process.exitCode = code;
}

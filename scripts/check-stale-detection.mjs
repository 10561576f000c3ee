// Proves that `generate --check` notices what it is there for: a schema edited without generating, and generated code
// edited by hand. Works on a copy of the checkout; this one is not touched.
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyCheckout } from './lib/copy-checkout.mjs';
import { runNode } from './lib/run.mjs';

const PACKAGE = join('packages', 'xen-devstate');

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'bytewright-stale-')));
try {
  await copyCheckout(copy, { dependencies: true });
  process.exitCode = (await proveDetection()) ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

async function proveDetection() {
  const schemas = join(copy, PACKAGE, 'src', 'schema');
  const generated = join(copy, PACKAGE, 'src', 'generated');
  const codec = typeScriptFiles(generated)[0];
  if (codec === undefined) {
    console.error(`There is no generated code in ${PACKAGE}/src/generated.`);
    return false;
  }
  const edit = editOfASchema(schemas);
  if (edit === undefined) {
    console.error(
      `No schema in ${PACKAGE}/src/schema reads a big-endian integer: this check does not know what to edit.`,
    );
    return false;
  }

  return (
    (await expectCheck(0, 'the copy as it is')) &&
    (await withEdit(edit.path, edit.text, 1, `${edit.name} with one byte order turned, not generated`)) &&
    (await withEdit(
      codec,
      `${readFileSync(codec, 'utf8')}\n// by hand\n`,
      1,
      'a comment added to generated code',
    )) &&
    (await withEdit(codec, undefined, 1, 'a generated module deleted')) &&
    (await expectCheck(0, 'the copy restored'))
  );
}

/**
 * Applies an edit, expects an exit code of the check, and undoes the edit.
 *
 * @param {string} path the file
 * @param {string | undefined} text its new text; undefined deletes it
 * @param {number} code the exit code to expect
 * @param {string} what the edit, in words
 */
async function withEdit(path, text, code, what) {
  const original = readFileSync(path);
  if (text === undefined) {
    rmSync(path);
  } else {
    writeFileSync(path, text);
  }
  try {
    return await expectCheck(code, what);
  } finally {
    writeFileSync(path, original);
  }
}

/**
 * @param {number} code the exit code to expect of `generate --check`
 * @param {string} what what is being tried, in words
 */
async function expectCheck(code, what) {
  const result = await runNode(join(copy, 'scripts', 'generate.mjs'), ['--check'], { cwd: copy });
  // An exit code of 1 from a crash would prove nothing: the stale module has to be named as well.
  const named = code === 0 || /generated\/[\w./-]+\.ts/.test(result.output);
  const good = result.code === code && named;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${what}: exit code ${result.code}, expected ${code}`);
  if (!good) {
    console.log(result.output.trimEnd());
  }
  return good;
}

/**
 * Finds a schema to edit: in the first that names a big-endian integer type, every one of it is turned to little-endian.
 *
 * @param {string} folder where the schemas are
 * @returns {{ name: string, path: string, text: string } | undefined} the file and its edited text
 */
function editOfASchema(folder) {
  for (const path of typeScriptFiles(folder)) {
    const text = readFileSync(path, 'utf8');
    for (const width of ['16', '32', '64']) {
      // Where both orders are in use already, the edit would import one name twice.
      if (new RegExp(`\\bu${width}be\\b`).test(text) && !new RegExp(`\\bu${width}le\\b`).test(text)) {
        const edited = text.replace(new RegExp(`\\bu${width}be\\b`, 'g'), `u${width}le`);
        return { name: path.slice(copy.length + 1), path, text: edited };
      }
    }
  }
  return undefined;
}

/**
 * @param {string} folder a folder, which need not exist
 * @returns {string[]} the TypeScript files below it, in a stable order
 */
function typeScriptFiles(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name));
}

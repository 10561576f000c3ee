// Proves that `generate --check` notices what it is there for: a schema edited without generating, generated code
// edited by hand, and a public path that leads to another module. Works on a copy of the checkout; this one is not touched.
//
// A device's schema is edited once, with everything checked, which takes long. The other edits are those of a small format,
// with nothing else left to check.
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
const CATALOG = join(PACKAGE, 'src', 'catalogs');
const SMALL = join('examples', '01-your-own-format');
const CONFIG = 'bytewright.config.ts';

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'bytewright-stale-')));
try {
  await copyCheckout(copy, { dependencies: true });
  process.exitCode = (await proveDetection()) ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

async function proveDetection() {
  const device = editOfASchema(typeScriptFiles(join(copy, CATALOG)));
  const schema = editOfASchema(
    readdirSync(join(copy, SMALL))
      .filter(isSource)
      .map((name) => join(copy, SMALL, name)),
  );
  const codec = typeScriptFiles(join(copy, SMALL, 'generated'))[0];
  if (device === undefined || schema === undefined || codec === undefined) {
    console.error(
      `There is no schema to edit in ${CATALOG} and ${SMALL}, or no generated code in the latter.`,
    );
    return false;
  }
  // both at once, as all is checked each time
  const manifest = join(copy, PACKAGE, 'package.json');
  const original = readFileSync(manifest);
  writeFileSync(manifest, original.toString().replaceAll('/devices/vga.', '/devices/hpet.'));
  const what = `${device.name} with one type turned, not generated, and exports edited`;
  const isNoticed = await withEdit(device.path, device.text, 1, what, /^stale: .*package\.json \(exports/m);
  writeFileSync(manifest, original);
  if (!isNoticed) return false;
  for (const folder of ['packages', 'examples'])
    for (const name of readdirSync(join(copy, folder)))
      if (join(folder, name) !== SMALL) rmSync(join(copy, folder, name, CONFIG), { force: true });
  return (
    (await expectCheck(0, 'the copy as it is')) &&
    (await withEdit(schema.path, schema.text, 1, `${schema.name} with one type turned, not generated`)) &&
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

/** @param {string} name of a file */
function isSource(name) {
  return name.endsWith('.ts') && name !== CONFIG;
}

/**
 * Applies an edit, expects an exit code of the check, and undoes the edit.
 *
 * @param {string} path the file
 * @param {string | undefined} text its new text; undefined deletes it
 * @param {number} code the exit code to expect
 * @param {string} what the edit, in words
 * @param {RegExp} [also] what is to be told as well
 */
async function withEdit(path, text, code, what, also) {
  const original = readFileSync(path);
  if (text === undefined) {
    rmSync(path);
  } else {
    writeFileSync(path, text);
  }
  try {
    return await expectCheck(code, what, also);
  } finally {
    writeFileSync(path, original);
  }
}

/**
 * @param {number} code the exit code to expect of `generate --check`
 * @param {string} what what is being tried, in words
 * @param {RegExp} [also] what is to be told beside a module
 */
async function expectCheck(code, what, also) {
  const result = await runNode(join(copy, 'scripts', 'generate.mjs'), ['--check'], { cwd: copy });
  // An exit code of 1 from a crash would prove nothing: the stale module has to be named as well.
  const named =
    code === 0 || (/generated\/[\w./-]+\.ts/.test(result.output) && (also?.test(result.output) ?? true));
  const good = result.code === code && named;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${what}: exit code ${result.code}, expected ${code}`);
  if (!good) {
    console.log(result.output.trimEnd());
  }
  return good;
}

/**
 * Finds a schema to edit: in the first that names a big-endian integer type, every one of it is turned to another one of its width.
 * Devices have types of their own, which are big-endian and signed or not.
 *
 * @param {readonly string[]} paths modules that may be schemas
 * @returns {{ name: string, path: string, text: string } | undefined} the file and its edited text
 */
function editOfASchema(paths) {
  const turns = [
    ...['16', '32', '64'].map((width) => [`u${width}be`, `u${width}le`]),
    ...['16', '32', '64'].map((width) => [`uint${width}`, `int${width}`]),
  ];
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    for (const [from = '', to = ''] of turns) {
      // Where both are in use already, the edit would import one name twice.
      if (new RegExp(`\\b${from}\\b`).test(text) && !new RegExp(`\\b${to}\\b`).test(text)) {
        const edited = text.replace(new RegExp(`\\b${from}\\b`, 'g'), to);
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

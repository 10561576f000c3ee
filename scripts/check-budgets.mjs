// Holds the device codecs to their budgets: what is generated, what is published, and what a user's compiler and bundler
// have to do for one device and for a whole file. Counts and bytes only. The budgets are explained in
// docs/device-catalogs.md. `--packed FOLDER`: the packages have been built and packed there.
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, gzipped, writersIn } from './budgets/bundles.mjs';
import { bytecodeOf } from './budgets/bytecode.mjs';
import { countFiles, endOfChoice, filesBelow, longestWholeFileCodec } from './budgets/generated-files.mjs';
import { installedSize } from './lib/installed-size.mjs';
import { packedPackages } from './lib/packed.mjs';
import { run, runNode } from './lib/run.mjs';
import { ROOT, shown, TOOLS } from './lib/workspace.mjs';

const PACKAGE = join(ROOT, 'packages', 'xen-devstate');

const ONE_DEVICE = `import { decodeMc146818rtc } from '@bytewright/xen-devstate/devices/mc146818rtc';
console.log(decodeMc146818rtc(new Uint8Array(0)).cmosData);
`;
const WHOLE_FILE = `import { decodeDeviceState } from '@bytewright/xen-devstate/qemu-7.2';
console.log(decodeDeviceState(new Uint8Array(0)).sections);
`;
const BOTH_WAYS = `import { decodeDeviceState, encodeDeviceState } from '@bytewright/xen-devstate/qemu-7.2';
console.log(encodeDeviceState(decodeDeviceState(new Uint8Array(0))));
`;
const ALL_CATALOGS = `import { openDeviceState } from '@bytewright/xen-devstate';
for (const section of openDeviceState(new Uint8Array(0)).value.sections)
  if (section.device === 'mc146818rtc') console.log(section.state.cmosData);
`;

/**
 * A figure and what it may be at most: `most` is checked. `aim` is what it should come to, where it is not there yet.
 *
 * @typedef {object} Budget
 * @property {string} what is measured
 * @property {number} found
 * @property {number} most
 * @property {number} [aim]
 * @property {string} [note] which file, which function
 */

const { tarballs } = await packedPackages(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'bytewright-budgets-'));
try {
  const scope = join(folder, 'node_modules', '@bytewright');
  mkdirSync(scope, { recursive: true });
  for (const name of ['runtime', 'schema-dsl', 'xen-devstate'])
    symlinkSync(join(ROOT, 'packages', name), join(scope, name), 'junction');
  const budgets = [...(await generatedBudgets()), ...(await publishedBudgets()), ...(await usersBudgets())];
  for (const { what, found, most, aim = most, note } of budgets) {
    // What comes to nothing was not measured, unless nothing is what there may be.
    const isWithin = (found > 0 || most === 0) && found <= most;
    const wanted = aim === most ? '' : `, wanted ${aim}`;
    console.log(
      `${isWithin ? 'ok  ' : 'OVER'} ${what}: ${found} of ${most}${wanted}${note === undefined ? '' : ` (${note})`}`,
    );
    if (!isWithin) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns {Promise<Budget[]>} what the repository holds */
async function generatedBudgets() {
  const generated = join(PACKAGE, 'src', 'generated');
  const sources = join(PACKAGE, 'src', 'catalogs');
  const modules = filesBelow(generated, '.ts');
  const code = countFiles(modules);
  const newest = [generated, sources].flatMap((parent) =>
    ['qemu-11.1', 'qemu-11.1-xen'].flatMap((name) => filesBelow(join(parent, name))),
  );
  const snapshots = countFiles(filesBelow(generated, '.ir.json'));
  const own = countFiles(filesBelow(join(ROOT, 'examples', '03-custom-device', 'generated'), '.ts'));
  const [longest = { name: 'nothing', length: Number.NaN }] = await bytecodeOf(modules);
  return [
    { what: 'generated lines of at most 110 columns', found: code.lines, most: 102_500 },
    { what: 'generated code, KB', found: kilobytes(code.bytes), most: 4_350 },
    {
      what: 'lines of one generated module',
      ...{ found: code.longest, most: 1_500, note: shown(code.longestPath) },
    },
    {
      what: 'lines of a codec of whole files',
      found: longestWholeFileCodec(modules),
      most: 400,
    },
    {
      what: 'lines of it until an arm is chosen and searched for',
      found: endOfChoice(modules),
      most: 220,
    },
    {
      what: 'bytecode of one function, bytes',
      ...{ found: longest.length, most: 8_192, note: longest.name },
    },
    {
      what: 'files of catalogs and their code',
      ...{ found: filesBelow(generated).length + filesBelow(sources).length, most: 1_150 },
    },
    { what: 'files of these that only 11.1 has', found: newest.length, most: 190 },
    { what: 'lines generated for a user’s two devices', found: own.lines, most: 2_000 },
    {
      what: 'snapshots of schemas, in the repository only, KB',
      found: kilobytes(snapshots.bytes),
      most: 3_000,
    },
  ];
}

/** @returns {Promise<Budget[]>} what users install */
async function publishedBudgets() {
  const path = tarballs.get('xen-devstate') ?? '';
  const { output } = await run('tar', ['-tzf', path]);
  return [
    { what: 'package as published, KB', found: kilobytes(statSync(path).size), most: 1_600 },
    {
      what: 'installed, with what it depends on, KB',
      ...{ found: kilobytes(await installedSize(PACKAGE, tarballs)), most: 15_000 },
    },
    { what: 'files in the package', found: output.trim().split('\n').length, most: 1_800 },
  ];
}

/** @returns {Promise<Budget[]>} what users' programs and compilers have to do with it */
async function usersBudgets() {
  const oneTypes = await compile(ONE_DEVICE);
  const allTypes = await compile(ALL_CATALOGS);
  const oneDevice = bundle(ONE_DEVICE, folder, { minify: true });
  const wholeFile = bundle(WHOLE_FILE, folder, { minify: true });
  const writers = writersIn(bundle(WHOLE_FILE, folder, { minify: false }));
  if (writersIn(bundle(BOTH_WAYS, folder, { minify: false })).length === 0)
    throw new Error('a program that encodes has nothing that encodes: writersIn() knows other names');
  return [
    { what: 'one device, decoding, minified, bytes', found: oneDevice.length, most: 12_500 },
    {
      what: 'one device, decoding, minified and gzip’d, bytes',
      ...{ found: gzipped(oneDevice), most: 4_500 },
    },
    { what: 'one device, types that a compiler makes', found: oneTypes.types, most: 600 },
    { what: 'one device, instantiations', found: oneTypes.instantiations, most: 400 },
    { what: 'whole file, decoding, minified, KB', found: kilobytes(wholeFile.length), most: 700 },
    {
      what: 'whole file, decoding, minified and gzip’d, KB',
      ...{ found: kilobytes(gzipped(wholeFile)), most: 79, aim: 65 },
    },
    {
      what: 'whole file, decoding: functions and tables that only encoding needs',
      ...{
        found: writers.length,
        most: 0,
        ...(writers.length > 0 && { note: writers.slice(0, 5).join(', ') }),
      },
    },
    { what: 'all catalogs, types that a compiler makes', found: allTypes.types, most: 4_000 },
    { what: 'all catalogs, instantiations', found: allTypes.instantiations, most: 14_500 },
  ];
}

/**
 * What the compiler says of a user's module.
 *
 * @param {string} text the module
 */
async function compile(text) {
  writeFileSync(join(folder, 'user.ts'), text);
  const options = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2022',
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...options, lib: ['es2022', 'dom'] }, files: ['user.ts'] }),
  );
  const { code, output } = await runNode(TOOLS.tsc, ['-p', folder, '--extendedDiagnostics']);
  if (code !== 0) throw new Error(`a user's module does not compile:\n${output}`);
  const count = (/** @type {string} */ name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(output)?.[1] ?? Number.NaN);
  return { types: count('Types'), instantiations: count('Instantiations') };
}

/** @param {number} bytes how many */
function kilobytes(bytes) {
  return Math.ceil(bytes / 1000);
}

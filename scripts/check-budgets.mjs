// Holds the device codecs to their budgets: what is generated, what is published, and what a user's compiler and bundler
// have to do for one device and for a whole file. Counts and bytes only. The budgets are explained in
// docs/device-catalogs.md. `--packed FOLDER`: the packages have been built and packed there.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { installedSize } from './lib/installed-size.mjs';
import { packedPackages } from './lib/packed.mjs';
import { run, runNode } from './lib/run.mjs';
import { ROOT, TOOLS } from './lib/workspace.mjs';

const PACKAGE = join(ROOT, 'packages', 'xen-devstate');

const ONE_DEVICE = `import { decodeMc146818rtc } from '@bytewright/xen-devstate/devices/mc146818rtc';
console.log(decodeMc146818rtc(new Uint8Array(0)).cmosData);
`;
const WHOLE_FILE = `import { decodeDeviceState } from '@bytewright/xen-devstate/qemu-7.2';
console.log(decodeDeviceState(new Uint8Array(0)).sections);
`;
const ALL_CATALOGS = `import { openDeviceState } from '@bytewright/xen-devstate';
for (const section of openDeviceState(new Uint8Array(0)).value.sections)
  if (section.device === 'mc146818rtc') console.log(section.state.cmosData);
`;

const { tarballs } = await packedPackages(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'bytewright-budgets-'));
try {
  const scope = join(folder, 'node_modules', '@bytewright');
  mkdirSync(scope, { recursive: true });
  for (const name of ['runtime', 'schema-dsl', 'xen-devstate'])
    symlinkSync(join(ROOT, 'packages', name), join(scope, name), 'junction');

  const ofCatalogs = ['catalogs', 'generated'].flatMap((name) => filesBelow(join(PACKAGE, 'src', name), ''));
  const generated = filesBelow(join(PACKAGE, 'src', 'generated'));
  const snapshots = filesBelow(join(PACKAGE, 'src', 'generated'), '.ir.json');
  const packed = await measurePackage();
  const oneTypes = await compile(ONE_DEVICE);
  const allTypes = await compile(ALL_CATALOGS);
  const rows = [
    ['files of catalogs and their code', ofCatalogs.length, 900],
    [
      'files of these that only 10.0 has',
      ofCatalogs.filter((file) => /[/\\]qemu-10\.0(?:-xen)?[/\\]/.test(file)).length,
      150,
    ],
    ['generated code, KB', kilobytes(bytesOf(generated)), 8_400],
    ['snapshots of schemas, in the repository only, KB', kilobytes(bytesOf(snapshots)), 3_000],
    ['package as published, KB', kilobytes(packed.bytes), 1_600],
    ['files in the package', packed.files, 1_800],
    ['installed, with what it depends on, KB', kilobytes(await installedSize(PACKAGE, tarballs)), 15_000],
    ['one device, minified, bytes', bundle(ONE_DEVICE).length, 12_500],
    ['one device, types that a compiler makes', oneTypes.types, 600],
    ['one device, instantiations', oneTypes.instantiations, 400],
    ['whole file, minified, KB', kilobytes(bundle(WHOLE_FILE).length), 700],
    [
      'whole file, minified and gzip’d, KB',
      kilobytes(gzipSync(bundle(WHOLE_FILE), { level: 9 }).length),
      110,
    ],
    ['all catalogs, types that a compiler makes', allTypes.types, 4_000],
    ['all catalogs, instantiations', allTypes.instantiations, 12_000],
  ];
  for (const [what, found, most] of rows) {
    const isWithin = Number(found) > 0 && Number(found) <= Number(most);
    console.log(`${isWithin ? 'ok  ' : 'OVER'} ${what}: ${found} of ${most}`);
    if (!isWithin) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} text a user's module */
function bundle(text) {
  const { outputFiles } = buildSync({
    stdin: { contents: text, resolveDir: folder, loader: 'ts' },
    ...{ bundle: true, minify: true, write: false, format: 'esm', platform: 'node' },
  });
  return outputFiles[0]?.contents ?? new Uint8Array(0);
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

async function measurePackage() {
  const path = tarballs.get('xen-devstate') ?? '';
  const listing = await run('tar', ['-tzf', path]);
  return { bytes: statSync(path).size, files: listing.output.trim().split('\n').length };
}

/**
 * @param {string} parent a folder
 * @param {string} suffix how the files' names end
 */
function filesBelow(parent, suffix = '.ts') {
  return readdirSync(parent, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(parent, name))
    .filter((file) => statSync(file).isFile());
}

/** @param {readonly string[]} files their paths */
function bytesOf(files) {
  return files.reduce((bytes, file) => bytes + readFileSync(file).length, 0);
}

/** @param {number} bytes how many */
function kilobytes(bytes) {
  return Math.ceil(bytes / 1000);
}

// Writes all places that name this package's catalogs, from the one list that says them: catalogs.json.
//
//     node packages/xen-devstate/scripts/list-catalogs.mjs [--check]
//
// These are src/open/NAME.ts, src/open/catalogs.ts, src/open/catalog-bases.ts and "exports" in package.json: their wildcards,
// and the schemas that a catalog takes from an earlier one, path by path. The codecs that it takes from there are added by
// `bytewright generate`. With --check nothing is written, and files that are not as they would be written are told (exit code 1).
//
// An entry has the name of a folder in src/catalogs, and the order in which that QEMU registers devices
// (src/open/registration-order.ts). The first entry is the newest: catalogs are tried in this order.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const OPEN = 'src/open';
const BANNER = '// Printed by scripts/list-catalogs.mjs from catalogs.json. Edit that instead.\n';
const LINE = 110;

/** @typedef {{ name: string, order: string }} Entry */

/** @type {readonly Entry[]} */
const entries = JSON.parse(textOf('catalogs.json'));
const isCheck = process.argv.includes('--check');

const files = new Map([
  ...entries.map(
    (entry) => /** @type {[string, string]} */ ([`${OPEN}/${fileOf(entry.name)}.ts`, catalogText(entry)]),
  ),
  [`${OPEN}/catalogs.ts`, catalogsText()],
  [`${OPEN}/catalog-bases.ts`, basesText()],
  ['package.json', packageText()],
]);
const stale = readdirSync(join(PACKAGE, OPEN))
  .map((file) => `${OPEN}/${file}`)
  .filter((file) => !files.has(file) && textOf(file).startsWith(BANNER));
const changed = [...files].filter(([file, text]) => textOf(file) !== text).map(([file]) => file);
for (const file of [...changed, ...stale]) {
  console.log(
    `${file}: ${isCheck ? 'not as catalogs.json says' : stale.includes(file) ? 'removed' : 'written'}`,
  );
  if (isCheck) continue;
  const text = files.get(file);
  if (text === undefined) rmSync(join(PACKAGE, file));
  else writeFileSync(join(PACKAGE, file), text);
}
console.log(
  `${entries.length} catalogs, ${changed.length + stale.length} files ${isCheck ? 'are stale' : 'changed'}`,
);
process.exitCode = isCheck && changed.length + stale.length > 0 ? 1 : 0;

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(join(PACKAGE, file), 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {string} name
 * @returns {string} `qemu-7-2-xen` for `qemu-7.2-xen`
 */
function fileOf(name) {
  return name.replaceAll('.', '-');
}

/**
 * @param {string} name
 * @returns {string} `qemu72Xen` for `qemu-7.2-xen`
 */
function variableOf(name) {
  return name.replaceAll('.', '').replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/**
 * @param {string} name
 * @returns {string} `DeviceState72Xen` for `qemu-7.2-xen`
 */
function typeOf(name) {
  return `DeviceState${variableOf(name).replace(/^qemu/, '')}`;
}

/**
 * @param {Entry} entry
 * @returns {string} the module of one catalog
 */
function catalogText({ name, order }) {
  const [, title] = /^export const title = (.*);$/m.exec(textOf(`src/catalogs/${name}/devices.ts`)) ?? [];
  if (title === undefined) throw new Error(`src/catalogs/${name}/devices.ts has no title`);
  // as the formatter would have it: the quotes that need no escapes
  const quoted = title.includes("\\'") ? `"${title.slice(1, -1).replaceAll("\\'", "'")}"` : title;
  return `${BANNER}import type { DeviceState } from '../generated/${name}/device-state.js';
import {
  decodeDeviceState,
  encodeDeviceState,
  sizeOfDeviceState,
} from '../generated/${name}/device-state.js';
import type { Catalog } from './catalog.js';
import { ${order} } from './registration-order.js';

/** The devices of ${quoted.slice(1, -1)}. */
export const ${variableOf(name)}: Catalog<DeviceState> & { readonly name: '${name}' } = {
  name: '${name}',
  title: ${quoted},
  decodedBy: 'schema',
  order: ${order},
  decode: decodeDeviceState,
  encode: encodeDeviceState,
  sizeOf: sizeOfDeviceState,
  schemas: () => import('../catalogs/${name}/devices.js'),
};
`;
}

/** @returns {string} the module that lists them */
function catalogsText() {
  const names = entries.map(({ name }) => name);
  const sorted = [...names].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  /** @param {(name: string) => string} line */
  const each = (line) => names.map(line).join('');
  const list = `export const CATALOG_NAMES = [${names.map((name) => `'${name}'`).join(', ')}] as const;\n`;
  const wrapped = `export const CATALOG_NAMES = [\n${each((name) => `  '${name}',\n`)}] as const;\n`;
  return `${BANNER}${sorted
    .map(
      (name) =>
        `import type { DeviceState as ${typeOf(name)} } from '../generated/${name}/device-state.js';\n`,
    )
    .join('')}import type { Catalog } from './catalog.js';
${sorted.map((name) => `import { ${variableOf(name)} } from './${fileOf(name)}.js';\n`).join('')}
/** The value of a file by the catalog that reads it. */
export interface DeviceStates {
${each((name) => `  '${name}': ${typeOf(name)};\n`)}}

/** The names of this package's catalogs. */
export type CatalogName = keyof DeviceStates;

/** This package's catalogs, in the order in which they are tried: a file that several read alike is the newest one's. */
export const CATALOGS: { readonly [N in CatalogName]: Catalog<DeviceStates[N]> } = {
${each((name) => `  '${name}': ${variableOf(name)},\n`)}};

/** Their names, in that order. */
${list.length <= LINE + 1 ? list : wrapped}`;
}

/** Numbers by what they are, as the formatter sorts imports. @param {string} name */
function sortKey(name) {
  return name.replace(/\d+/g, (digits) => digits.padStart(4, '0'));
}

/** @returns {string} the module that says which catalogs have modules of which other ones */
function basesText() {
  const lines = entries.map(({ name }) => {
    const bases = [...basesOf(name), name].map((one) => `'${one}'`).join(', ');
    return `  '${name}': [${bases}],\n`;
  });
  return `${BANNER}import type { CatalogName } from './catalogs.js';

/** What each catalog builds on: its own modules come last, as what they share is in the others. */
export const CATALOG_BASES: { readonly [N in CatalogName]: readonly CatalogName[] } = {
${lines.join('')}};
`;
}

/**
 * The catalogs that one takes modules from, as far as its own modules say so, each after what it builds on.
 *
 * @param {string} name
 * @param {Set<string>} [seen]
 * @returns {readonly string[]}
 */
function basesOf(name, seen = new Set([name])) {
  const own = new Set(
    sourcesOf(name).flatMap((file) =>
      [...textOf(file).matchAll(/ from '(?:\.\.\/)+([^/'.][^/']*)\/(?:devices|parts)\//g)].map(
        ([, base = '']) => base,
      ),
    ),
  );
  const all = [];
  for (const base of [...own].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))) {
    if (seen.has(base)) continue;
    seen.add(base);
    if (!entries.some((entry) => entry.name === base))
      throw new Error(`${name} has modules of ${base}, which is not listed`);
    all.push(...basesOf(base, seen), base);
  }
  return all;
}

/**
 * @param {string} name
 * @returns {string[]} the list of a catalog's devices, and its own modules
 */
function sourcesOf(name) {
  const catalog = `src/catalogs/${name}`;
  const modules = ['parts', 'devices']
    .map((part) => `${catalog}/${part}`)
    .filter((folder) => existsSync(join(PACKAGE, folder)))
    .flatMap((folder) => readdirSync(join(PACKAGE, folder)).map((file) => `${folder}/${file}`));
  return [`${catalog}/devices.ts`, ...modules];
}

/**
 * The schema modules that a catalog takes from earlier ones.
 *
 * @param {string} name
 * @returns {[string, string][]} the path by which users import each of them, and where it is
 */
function schemasElsewhere(name) {
  return [
    ...textOf(`src/catalogs/${name}/devices.ts`).matchAll(
      / from '\.\.\/([^/']+\/devices\/([^/']+))\.js';$/gm,
    ),
  ].map(([, path, device]) => [`./catalogs/${name}/${device}`, `catalogs/${path}`]);
}

/** @returns {string} the package's description of itself, with an entry for each thing of a catalog that users import */
function packageText() {
  const description = JSON.parse(textOf('package.json'));
  const oldest = [...entries]
    .sort((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1))
    .map(({ name }) => name);
  const [newest] = entries;
  if (newest === undefined) throw new Error('catalogs.json lists nothing');
  /** @type {[string, string][]} */
  const targets = [
    ['./devices/*', `generated/${newest.name}/devices/*`],
    ...oldest.flatMap(
      (name) =>
        /** @type {[string, string][]} */ ([
          [`./${name}`, `generated/${name}/device-state`],
          [`./${name}/devices/*`, `generated/${name}/devices/*`],
        ]),
    ),
    ...oldest.flatMap(
      (name) =>
        /** @type {[string, string][]} */ ([
          [`./catalogs/${name}`, `catalogs/${name}/devices`],
          [`./catalogs/${name}/*`, `catalogs/${name}/devices/*`],
        ]),
    ),
  ];
  const schemas = oldest.flatMap((name) => schemasElsewhere(name).sort(([a], [b]) => (a < b ? -1 : 1)));
  /** @param {string} path whether it means one codec, of a catalog that is listed: such entries are `bytewright generate`'s */
  const isCodec = (path) => {
    const found = /^\.\/(?:generated|devices|(qemu-[^/]+)\/devices)\/[^*]+$/.exec(path);
    return found !== null && (found[1] === undefined || oldest.includes(found[1]));
  };
  /** @param {object} exported @param {boolean} withSource */
  const renewed = (exported, withSource) => {
    const before = Object.entries(exported);
    const others = before.filter(
      ([path]) => !isCodec(path) && !/^\.\/(?:catalogs\/|qemu-|devices\/)/.test(path),
    );
    const at = others.findIndex(([path]) => path === './schema-modules');
    /** @param {[string, string]} entry */
    const leadingTo = ([path, target]) => [
      path,
      {
        ...(withSource && { '@bytewright/source': `./src/${target}.ts` }),
        types: `./dist/${target}.d.ts`,
        default: `./dist/${target}.js`,
      },
    ];
    return Object.fromEntries([
      ...others.slice(0, at),
      ...targets.map(leadingTo),
      ...others.slice(at),
      ...schemas.map(leadingTo),
      ...before.filter(([path]) => isCodec(path)),
    ]);
  };
  description.exports = renewed(description.exports, true);
  description.publishConfig.exports = renewed(description.publishConfig.exports, false);
  return `${JSON.stringify(description, undefined, 2)}\n`;
}

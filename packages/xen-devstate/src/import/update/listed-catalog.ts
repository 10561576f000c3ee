import { posix } from 'node:path';

/**
 * The text of a module of a catalog; `undefined` for one that is not there.
 *
 * @param path in the catalog's folder, such as `devices/fdc.ts`; `../qemu-7.2/devices/fdc.ts` in that of one beside it
 */
export type CatalogText = (path: string) => string | undefined;

/** A catalog as its own modules list it. */
export interface ListedCatalog {
  /** Texts of the structs of each device, by the names of their types. */
  readonly devices: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What is missing of devices that are not wholly known: `Type.field`. */
  readonly incomplete: ReadonlyMap<string, readonly string[]>;
}

const IMPORT = /^import \{([^}]*)\} from '(\.{1,2}\/[^']*)\.js';$/gm;
/** What a module is made of, also where it offers all of another one, as earlier versions printed it. */
const LINK = /^(?:import \{[^}]*\}|export \*) from '(\.{1,2}\/[^']*)\.js';$/gm;
/** Where the modules of catalogs are: nothing else is read, whatever a module says. */
const MODULE = /^(?:\.\.\/(?!\.)[^/]+\/)?(?:devices|parts)\/[^/]+\.ts$/;
const STRUCT = /^export const (\w+) = [\s\S]*?;$/gm;
const ENTRY = /^ {2}((?:\['__proto__'\])|\w+|'(?:[^'\\]|\\.)*'): \[(.*)\],$/gm;

/**
 * Reads the modules that an import printed: which devices there are, and what each consists of.
 *
 * @returns `undefined` where there is no list of devices
 */
export function readListedCatalog(textOf: CatalogText): ListedCatalog | undefined {
  const list = textOf('devices.ts');
  if (list === undefined) return undefined;
  const modules = new Map<string, string>();
  for (const [, names = '', path = ''] of list.matchAll(IMPORT))
    for (const name of names.split(',')) modules.set(name.trim(), posix.join('.', `${path}.ts`));
  const structsIn = new Map<string, ReadonlyMap<string, string>>();
  const devices = entriesOf(list, 'devices').map(([name, types]) => {
    const structs = new Map<string, string>();
    for (const type of types.split(', ')) {
      const path = modules.get(type);
      // a device of this package's, such as slirp, has no module
      const found = path === undefined ? new Map<string, string>() : closureOf(path, textOf, structsIn);
      for (const [one, text] of found) structs.set(one, text);
    }
    return [name, structs] as const;
  });
  const incomplete = entriesOf(list, 'incomplete').map(
    ([name, missing]) =>
      [name, [...missing.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, one = '']) => one)] as const,
  );
  return { devices: new Map(devices), incomplete: new Map(incomplete) };
}

function entriesOf(list: string, name: string): readonly (readonly [name: string, content: string])[] {
  const start = list.indexOf(`export const ${name}:`);
  if (start < 0) return [];
  const end = list.indexOf('\n};', start);
  return [...list.slice(start, end + 1).matchAll(ENTRY)].map(
    ([, key = '', content = '']) =>
      [key.replace(/^\[?'|'\]?$/g, '').replace(/\\(.)/g, '$1'), content] as const,
  );
}

/** The structs of a module and of all that it imports. */
function closureOf(
  start: string,
  textOf: CatalogText,
  known: Map<string, ReadonlyMap<string, string>>,
): ReadonlyMap<string, string> {
  const before = known.get(start);
  if (before !== undefined) return before;
  const structs = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || !MODULE.test(path)) return;
    seen.add(path);
    const text = textOf(path) ?? '';
    for (const [struct, type = ''] of text.matchAll(STRUCT)) structs.set(type, struct);
    for (const [, imported = ''] of text.matchAll(LINK))
      visit(posix.join(posix.dirname(path), `${imported}.ts`));
  };
  visit(start);
  known.set(start, structs);
  return structs;
}

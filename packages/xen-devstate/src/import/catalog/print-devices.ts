import { EEPRO100_NAMES } from '../../vmstate/eepro100.js';
import { property, quote } from './layout-text.js';
import { ModuleImports } from './module-imports.js';
import type { Places } from './place-modules.js';
import { modulePath } from './place-modules.js';
import type { CatalogPlan, NamedDescription } from './plan-catalog.js';
import type { PrintedModule } from './printed-module.js';
import type { UnknownValue } from './unknown-value.js';

/** Devices that no table describes, and what `vmstate/` has for them. */
const UNLISTED: readonly (readonly [string, string])[] = [
  ['slirp', 'Slirp'],
  ...EEPRO100_NAMES.map((name): [string, string] => [name, 'Eepro100']),
];

/** Where the list is: in the new catalog's folder. */
const HERE = { place: undefined, folder: '' };

/** What descriptions leave open, and what structs they consist of, by type. */
export type Openings = Pick<PrintedModule, 'unknownValues' | 'parts'>;

/** The module that lists a catalog's devices, and what is open in them. */
export interface PrintedDevices {
  readonly text: string;
  /** By the name of the device. */
  readonly unknownValues: ReadonlyMap<string, readonly UnknownValue[]>;
}

/**
 * The module that lists a catalog's devices by the names in the headers of sections, candidates in order, and those that
 * are not wholly known, with what is missing.
 */
export function printDevices(
  title: string,
  plan: CatalogPlan,
  openings: Openings,
  { head, places }: { readonly head: string; readonly places: Places },
): PrintedDevices {
  const imports = new ModuleImports();
  const known = new Map<string, NamedDescription[]>();
  const incomplete = new Map<string, Set<string>>();
  const missingIn = missingParts(openings);
  const unknownValues = new Map<string, Set<UnknownValue>>();
  for (const named of plan.values()) {
    if (!named.isDevice) continue;
    const { name } = named.description;
    const missing = [...missingIn(named.type)];
    if (missing.length > 0) {
      const others = incomplete.get(name) ?? new Set<string>();
      incomplete.set(name, others);
      for (const one of missing) others.add(one.name);
      unknownValues.set(name, new Set([...(unknownValues.get(name) ?? []), ...missing]));
      continue;
    }
    const candidates = known.get(name);
    if (candidates === undefined) known.set(name, [named]);
    else candidates.push(named);
  }
  const entries = [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, candidates]) => {
      const types = [...candidates]
        .sort(byRank)
        .map(({ type, module }) =>
          imports.add(type, modulePath(HERE, { place: places(module), path: module })),
        );
      return `  ${property(name)}: [${types.join(', ')}],\n`;
    });
  // of a QEMU that has a table for one of these, that counts
  for (const [name, schema] of UNLISTED.filter(([one]) => !known.has(one) && !incomplete.has(one)))
    entries.push(`  ${property(name)}: [${imports.add(schema, '@bytewright/xen-devstate/vmstate')}],\n`);
  entries.sort();
  const open = [...incomplete]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, missing]) => `  ${property(name)}: [${[...missing].map(quote).join(', ')}],\n`);
  const text = [
    head,
    "import type { CatalogDevices } from '@bytewright/xen-devstate/schema';\n",
    imports.print(),
    `\n/** What this catalog describes. */\nexport const title = ${quote(title)};\n`,
    `\n/** What a section of ${title.replaceAll('*/', '* /')} can hold: schemas by the name in its header, to be tried in order. */\n`,
    `export const devices: CatalogDevices = {\n${entries.join('')}};\n`,
    '\n/** Devices of which something is not known, and what that is. */\n',
    'export const incomplete: Readonly<Record<string, readonly string[]>> = {\n',
    `${open.join('')}};\n`,
  ].join('');
  return { text, unknownValues: new Map([...unknownValues].map(([name, ones]) => [name, [...ones]])) };
}

/** What is open in a type and in all that it consists of. */
function missingParts({ unknownValues, parts }: Openings): (type: string) => ReadonlySet<UnknownValue> {
  const known = new Map<string, ReadonlySet<UnknownValue>>();
  const missingIn = (type: string): ReadonlySet<UnknownValue> => {
    const before = known.get(type);
    if (before !== undefined) return before;
    const missing = new Set([
      ...(unknownValues.get(type) ?? []),
      ...[...(parts.get(type) ?? [])].flatMap((part) => [...missingIn(part)]),
    ]);
    known.set(type, missing);
    return missing;
  };
  return missingIn;
}

/** What wraps a core goes before it: it is the same and more. */
function byRank(a: NamedDescription, b: NamedDescription): number {
  return rankOf(a) - rankOf(b) || (a.type < b.type ? -1 : 1);
}

const rankOf = ({ type }: NamedDescription): number => (type.endsWith('Core') ? 1 : 0);

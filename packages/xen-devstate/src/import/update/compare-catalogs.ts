import type { UnknownValue } from '../catalog/unknown-value.js';
import type { ListedCatalog } from './listed-catalog.js';

/** How a struct changed: its fields and subsections by the names in the schema module. */
export interface StructChange {
  readonly type: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Those that are written in another way, or are called otherwise by QEMU. */
  readonly changed: readonly string[];
  /** What holds for the struct as a whole: its versions, the conditions in it, its description. */
  readonly hasOtherRules: boolean;
}

/** What a new catalog has that the one before had not, and the other way round. */
export interface CatalogChanges {
  readonly devices: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly { readonly device: string; readonly structs: readonly StructChange[] }[];
  };
  readonly unknownValues: {
    readonly opened: readonly (UnknownValue & { readonly device: string })[];
    /** As `Type.field`. */
    readonly closed: readonly { readonly device: string; readonly name: string }[];
  };
}

const NOTHING: ListedCatalog = { devices: new Map(), incomplete: new Map() };

/**
 * What changed from one catalog to another: devices by the names in the headers of sections.
 *
 * @param unknownValues those of the new catalog
 */
export function compareCatalogs(
  before: ListedCatalog | undefined,
  after: ListedCatalog,
  unknownValues: ReadonlyMap<string, readonly UnknownValue[]>,
): CatalogChanges {
  const old = before ?? NOTHING;
  const oldNames = namesOf(old);
  const newNames = namesOf(after);
  const changed = [...after.devices].flatMap(([device, structs]) => {
    const former = old.devices.get(device);
    const changes = former === undefined ? [] : changesOf(former, structs);
    return changes.length === 0 ? [] : [{ device, structs: changes }];
  });
  const opened = [...unknownValues].flatMap(([device, ones]) => {
    const known = new Set(old.incomplete.get(device));
    return ones.flatMap((unknownValue) =>
      known.has(unknownValue.name) ? [] : [{ device, ...unknownValue }],
    );
  });
  const closed = [...old.incomplete].flatMap(([device, names]) => {
    const left = new Set(unknownValues.get(device)?.map(({ name }) => name));
    // what is gone altogether is not an unknown value that somebody filled
    return newNames.has(device) ? names.flatMap((name) => (left.has(name) ? [] : [{ device, name }])) : [];
  });
  return {
    devices: {
      added: [...newNames].filter((name) => !oldNames.has(name)).sort(),
      removed: [...oldNames].filter((name) => !newNames.has(name)).sort(),
      changed,
    },
    unknownValues: { opened, closed },
  };
}

function namesOf({ devices, incomplete }: ListedCatalog): ReadonlySet<string> {
  return new Set([...devices.keys(), ...incomplete.keys()]);
}

type Structs = ReadonlyMap<string, string>;

function changesOf(before: Structs, after: Structs): readonly StructChange[] {
  const types = new Set([...before.keys(), ...after.keys()]);
  return [...types].flatMap((type) => {
    const [old = '', now = ''] = [before.get(type), after.get(type)];
    if (old === now) return [];
    const former = membersOf(old);
    const members = membersOf(now);
    return [
      {
        type,
        added: [...members.keys()].filter((name) => !former.has(name)),
        removed: [...former.keys()].filter((name) => !members.has(name)),
        changed: [...members].flatMap(([name, text]) =>
          former.has(name) && former.get(name) !== text ? [name] : [],
        ),
        hasOtherRules: old !== '' && now !== '' && restOf(old) !== restOf(now),
      },
    ];
  });
}

const MEMBER = /^ {4}(\w+|'[^']*'): (.*)$/gm;

/** Fields and subsections of a struct as it is printed, each in a line of its own. */
function membersOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(MEMBER)].map(([, name = '', node = '']) => [name, node]));
}

function restOf(text: string): string {
  return text.replace(MEMBER, '').replace(/^ +\/\/.*\n/gm, '');
}

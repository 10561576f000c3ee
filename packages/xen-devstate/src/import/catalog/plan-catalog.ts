import { WITHIN } from '../../overlay/contents.js';
import { typeName } from '../../vmstate/type-name.js';
import type { StateDescription } from '../tables/state-description.js';
import { internDescriptions } from './intern-descriptions.js';

/** A description with the name of its type, which no other one in the catalog has. */
export interface NamedDescription {
  readonly description: StateDescription;
  readonly type: string;
  /** Whether a section can hold it. */
  readonly isDevice: boolean;
  /** Whether it is a subsection, whose version is on the wire. */
  readonly isSubsection: boolean;
  /** The module that it is in: a path in the catalog without an ending, such as `devices/fdc`. */
  readonly module: string;
}

/** All that a catalog is made of, each description after those that it consists of. */
export type CatalogPlan = ReadonlyMap<StateDescription, NamedDescription>;

/**
 * Shares descriptions out among modules: one a device, with all that only it consists of, and one for each struct that
 * several modules have.
 *
 * What nothing else consists of is a device. What another description of its own name consists of is that one's core, and
 * a device as well: the same one on another bus.
 */
export function planCatalog(all: readonly StateDescription[]): CatalogPlan {
  const descriptions = inOrder(internDescriptions(all));
  const parents = parentsOf(descriptions);
  const types = nameTypes(descriptions, parents);
  const modules = new Map<StateDescription, string>();
  for (const description of [...descriptions].reverse()) {
    const around = new Set((parents.get(description) ?? []).map((parent) => modules.get(parent)));
    const [only] = around;
    const folder = isDevice(description, parents) ? 'devices' : 'parts';
    const own = `${folder}/${fileName(types.get(description) ?? '')}`;
    modules.set(description, around.size === 1 && only !== undefined ? only : own);
  }
  const subsections = new Set(descriptions.flatMap((description) => description.subsections));
  return new Map(
    descriptions.map((description) => [
      description,
      {
        description,
        type: types.get(description) ?? '',
        isDevice: isDevice(description, parents),
        isSubsection: subsections.has(description),
        module: modules.get(description) ?? '',
      },
    ]),
  );
}

/** The structs and subsections that a description consists of, in order. */
export function partsOf({ fields, subsections }: StateDescription): readonly StateDescription[] {
  const structs = fields.flatMap(({ content: { description } }) =>
    description === undefined ? [] : [description],
  );
  return [...structs, ...subsections];
}

/** Each description after those that it consists of; devices by name, whatever their addresses. */
function inOrder(descriptions: readonly StateDescription[]): readonly StateDescription[] {
  const ordered = new Set<StateDescription>();
  const visit = (description: StateDescription): void => {
    for (const part of partsOf(description)) visit(part);
    ordered.add(description);
  };
  for (const description of [...descriptions].sort(byName)) visit(description);
  return [...ordered];
}

function byName(a: StateDescription, b: StateDescription): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return (
    a.fields.length - b.fields.length || JSON.stringify(a.fields).length - JSON.stringify(b.fields).length
  );
}

function parentsOf(
  descriptions: readonly StateDescription[],
): ReadonlyMap<StateDescription, readonly StateDescription[]> {
  const parents = new Map<StateDescription, StateDescription[]>();
  for (const description of descriptions) {
    for (const part of new Set(partsOf(description)))
      parents.set(part, [...(parents.get(part) ?? []), description]);
  }
  return parents;
}

type Parents = ReturnType<typeof parentsOf>;

function isCore(description: StateDescription, parents: Parents): boolean {
  return (parents.get(description) ?? []).some(({ name }) => name === description.name);
}

function isDevice(description: StateDescription, parents: Parents): boolean {
  if (WITHIN.has(description.name)) return false;
  return (parents.get(description) ?? []).length === 0 || isCore(description, parents);
}

/** Names of types: a core is called so, others of one name are numbered. */
function nameTypes(
  descriptions: readonly StateDescription[],
  parents: Parents,
): ReadonlyMap<StateDescription, string> {
  const types = new Map<StateDescription, string>();
  const used = new Set<string>();
  for (const description of descriptions) {
    const plain = `${typeName(description.name)}${isCore(description, parents) ? 'Core' : ''}`;
    let type = plain;
    for (let number = 2; used.has(type.toLowerCase()); number++) type = `${plain}${number}`;
    used.add(type.toLowerCase()); // files are named after types, and some file systems do not tell cases apart
    types.set(description, type);
  }
  return types;
}

/** @example `Mc146818rtc` is in `mc146818rtc`, `IdeBmdma` in `ide-bmdma` */
function fileName(type: string): string {
  return type.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

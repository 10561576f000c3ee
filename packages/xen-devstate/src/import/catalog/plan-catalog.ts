import { WITHIN } from '../../overlays/contents.js';
import { typeName } from '../../vmstate/type-name.js';
import type { StateDescription } from '../tables/state-description.js';
import { internDescriptions } from './intern-descriptions.js';

/** Fields of a part, and of a device, from which on they are told apart: see {@link isLargePart}. */
const LARGE_PART = 25;
const VERY_LARGE = 200;

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
    const isShared = around.size !== 1 || isLargePart(description, parents.get(description) ?? []);
    modules.set(description, isShared || only === undefined ? own : only);
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
    if (ordered.has(description)) return;
    for (const part of partsOf(description)) visit(part);
    ordered.add(description);
  };
  const lengths = new Map<StateDescription, number>();
  const lengthOf = (description: StateDescription): number => {
    const known = lengths.get(description) ?? lengthOfText(description, lengthOf);
    lengths.set(description, known);
    return known;
  };
  const byName = (a: StateDescription, b: StateDescription): number => {
    if (a.name !== b.name) return a.name < b.name ? -1 : 1;
    return a.fields.length - b.fields.length || lengthOf(a) - lengthOf(b);
  };
  for (const description of [...descriptions].sort(byName)) visit(description);
  return [...ordered];
}

/**
 * How long the text of a description's fields is, with those of all that they consist of. Each of these is counted by itself, as
 * a struct in two fields of a struct in two fields would soon be a text that nobody can hold.
 */
function lengthOfText(
  { fields }: StateDescription,
  lengthOf: (description: StateDescription) => number,
): number {
  const parts = fields.flatMap(({ content: { description } }) => description ?? []);
  const own = JSON.stringify(fields, (name, value: unknown) => (name === 'description' ? undefined : value));
  return parts.reduce((sum, part) => sum + lengthOf(part), own.length);
}

function parentsOf(
  descriptions: readonly StateDescription[],
): ReadonlyMap<StateDescription, readonly StateDescription[]> {
  const parents = new Map<StateDescription, StateDescription[]>();
  for (const description of descriptions) {
    for (const part of new Set(partsOf(description))) {
      const others = parents.get(part);
      if (others === undefined) parents.set(part, [description]);
      else others.push(description);
    }
  }
  return parents;
}

/**
 * Whether a struct makes up much of a device that is very large: then it has a module of its own, so that none gets too long. In
 * QEMU 11.1 those are namespaces, requests and registers of `nvme`.
 */
function isLargePart(description: StateDescription, parents: readonly StateDescription[]): boolean {
  const isStruct = parents.some(({ fields }) =>
    fields.some(({ content }) => content.description === description),
  );
  return (
    isStruct &&
    fieldsWithin(description) >= LARGE_PART &&
    parents.every((parent) => fieldsWithin(parent) >= VERY_LARGE)
  );
}

/** Fields of a description and of all structs in it, each struct counted once. */
function fieldsWithin(description: StateDescription, seen = new Set<StateDescription>()): number {
  if (seen.has(description)) return 0;
  seen.add(description);
  return description.fields.reduce(
    (sum, { content }) =>
      sum + 1 + (content.description === undefined ? 0 : fieldsWithin(content.description, seen)),
    0,
  );
}

type Parents = ReturnType<typeof parentsOf>;

function isCore(description: StateDescription, parents: Parents): boolean {
  return (parents.get(description) ?? []).some(({ name }) => name === description.name);
}

function isDevice(description: StateDescription, parents: Parents): boolean {
  if (description.isDevice !== undefined) return description.isDevice;
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
  /** The number that was given last to each name that several would have. */
  const numbers = new Map<string, number>();
  for (const description of descriptions) {
    const plain = `${typeName(description.name)}${isCore(description, parents) ? 'Core' : ''}`;
    let type = plain;
    let number = numbers.get(plain.toLowerCase()) ?? 1;
    while (used.has(type.toLowerCase())) type = `${plain}${++number}`;
    numbers.set(plain.toLowerCase(), number);
    used.add(type.toLowerCase()); // files are named after types, and some file systems do not tell cases apart
    types.set(description, type);
  }
  return types;
}

/** @example `Mc146818rtc` is in `mc146818rtc`, `IdeBmdma` in `ide-bmdma` */
function fileName(type: string): string {
  return type.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

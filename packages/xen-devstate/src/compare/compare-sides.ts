import { EEPRO100_NAMES } from '../vmstate/eepro100.js';
import type { Direction } from './check-compatibility.js';
import { checkCompatibility } from './check-compatibility.js';
import type { DescriptionComparison, Leniency } from './compare-descriptions.js';
import { DescriptionComparer } from './compare-descriptions.js';
import { Interner } from './intern.js';
import type { Side } from './side.js';
import { sizeOfDescription, smallSizeOf } from './size-of.js';
import { subsectionsIn } from './subsections-in.js';
import type { Verdict } from './verdict.js';
import type { WireChange } from './wire-change.js';
import type { WireDescription, WireSize } from './wire-description.js';

/** The differences on the wire between two builds, or two machines. */
export interface SidesComparison {
  readonly before: Pick<Side, 'name' | 'title' | 'kind'>;
  readonly after: Pick<Side, 'name' | 'title' | 'kind'>;
  /** Whether the devices that both sides have do not differ on the wire. */
  readonly same: boolean;
  /** Devices of both sides that differ on the wire. */
  readonly devices: readonly DeviceDifference[];
  /** Differences that several of these devices share, listed once. */
  readonly parts: readonly PartDifference[];
  /** Fields that were renamed or regrouped without a change on the wire. */
  readonly renames: readonly PartDifference[];
  /** Devices of both sides that do not differ on the wire. */
  readonly unchanged: readonly UnchangedDevice[];
  /** For two files: subsections that both sides define but only one sent. */
  readonly sent: readonly SentByOne[];
  /** Devices that only one side has. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** A subsection that both sides define, but only one machine sent. */
export interface SentByOne {
  readonly device: string;
  readonly subsection: string;
  readonly by: 'before' | 'after';
}

/** A device that is the same on the wire. */
export interface UnchangedDevice {
  readonly device: string;
  /** Subsections that both sides define: whether one is sent depends on the state, and on conditions that are in no table. */
  readonly subsections: readonly string[];
}

/** A device that both sides have, and that differs. */
export interface DeviceDifference {
  readonly device: string;
  /** The differences in the device itself, and in structs that no other device has. */
  readonly structs: readonly StructDifference[];
  /** The names of structs that differ and that other devices also have: see `parts`. */
  readonly parts: readonly string[];
  /** Structs among the device's own fields whose size changed, with one element in each array. */
  readonly resized: readonly ResizedField[];
  /** The outcome if the first side saves, and the second one loads. */
  readonly forward: Verdict;
  /** The outcome of the opposite direction. */
  readonly backward: Verdict;
}

/** A field of a device that contains structs, and its sizes in bytes. */
export interface ResizedField {
  readonly field: string;
  readonly before: number;
  readonly after: number;
}

/** A struct or a subsection, with its differences. */
export interface StructDifference {
  readonly struct: string;
  readonly before: WireSize;
  readonly after: WireSize;
  readonly changes: readonly WireChange[];
}

/** A struct, and the devices that contain it. */
export interface PartDifference extends StructDifference {
  readonly devices: readonly string[];
}

/**
 * Compares the devices of two sides by name. If several layouts share a name, those that have most in common are
 * compared; one that is left over is reported as a device that only one side has.
 *
 * @param only names of devices; all by default
 * @example
 * const difference = compareSides(sideOfSchemas(old.devices, { name: 'old', title: 'QEMU 7.2' }), …);
 * difference.devices.map(({ device, forward }) => `${device}: ${forward.outcome}`); // ['globalstate: loads wrongly', …]
 */
export function compareSides(before: Side, after: Side, only?: ReadonlySet<string>): SidesComparison {
  return new SidesComparer(before, after).compare(only);
}

/** A pair of layouts of one device. */
interface DevicePair {
  readonly device: string;
  readonly comparison: DescriptionComparison;
}

class SidesComparer {
  readonly #before: Side;
  readonly #after: Side;
  readonly #comparer: DescriptionComparer;
  readonly #leniency: Leniency;
  readonly #interner = new Interner();

  constructor(before: Side, after: Side) {
    this.#before = before;
    this.#after = after;
    const isCapture = [before.kind === 'capture', after.kind === 'capture'];
    this.#leniency = {
      // two captures are equally informative
      capture: isCapture[0] === isCapture[1] ? undefined : isCapture[0] ? 'before' : 'after',
      isMixed: before.kind !== after.kind,
    };
    this.#comparer = new DescriptionComparer(this.#leniency);
  }

  compare(only: ReadonlySet<string> | undefined): SidesComparison {
    const [old, now] = [this.#devicesOf(this.#before), this.#devicesOf(this.#after)];
    const names = [...new Set([...old.keys(), ...now.keys()])].sort();
    const [pairs, removed, added]: [DevicePair[], string[], string[]] = [[], [], []];
    for (const device of names) {
      if (only !== undefined && !only.has(device)) continue;
      const matched = this.#match(device, old.get(device) ?? [], now.get(device) ?? []);
      pairs.push(...matched.pairs);
      removed.push(...matched.removed);
      added.push(...matched.added);
    }
    const holders = holdersOf(pairs);
    const devices = pairs.flatMap((pair) => this.#difference(pair, holders) ?? []);
    const shared = [...holders].filter(
      ([comparison, names]) => names.size > 1 && comparison.changes.some(({ isOnWire }) => isOnWire),
    );
    const parts = shared.map(([comparison, names]) => ({
      ...structDifference(comparison, true),
      devices: [...names],
    }));
    const renames = [...holders]
      .map(([comparison, names]) => ({ ...structDifference(comparison, false), devices: [...names] }))
      .filter(({ changes }) => changes.length > 0);
    return {
      before: headOf(this.#before),
      after: headOf(this.#after),
      same: devices.length === 0,
      unchanged: unchangedOf(pairs, new Set(devices.map(({ device }) => device))),
      sent: pairs.flatMap((pair) => this.#sentByOne(pair)),
      ...{ devices, parts, renames, removed, added },
    };
  }

  /** Devices by name, with parts that one kind of source lists separately, without devices that one kind cannot describe. */
  #devicesOf(side: Side): ReadonlyMap<string, readonly WireDescription[]> {
    const other = side === this.#before ? this.#after : this.#before;
    const intern = ([name, all]: readonly [string, readonly WireDescription[]]): [
      string,
      readonly WireDescription[],
    ] => [name, [...new Set(all.map((one) => this.#interner.intern(one)))]];
    // a source of another kind cannot contain a device that QEMU has no description of
    const undescribed = (one: Side, name: string): boolean =>
      one.devices.get(name)?.some(({ isDescribed }) => !isDescribed) === true;
    const hasTables = side.kind === 'tables' || other.kind === 'tables';
    const devices = [...side.devices].filter(
      ([name]) =>
        !this.#leniency.isMixed ||
        !(undescribed(side, name) || undescribed(other, name) || (hasTables && isNamedAtRunTime(name))),
    );
    const within = hasTables
      ? [...side.within].filter(([name]) => other.within.has(name) || other.devices.has(name))
      : [];
    return new Map([...devices, ...within].map(intern));
  }

  #match(
    device: string,
    old: readonly WireDescription[],
    now: readonly WireDescription[],
  ): { readonly pairs: readonly DevicePair[]; readonly removed: string[]; readonly added: string[] } {
    const candidates = old.flatMap((before, i) =>
      now.map((after, j) => ({ i, j, comparison: this.#comparer.compare(before, after) })),
    );
    const costs = new Map(candidates.map((one) => [one, costOf(one.comparison)]));
    // fewest changes first; on a tie, in the order of both sides
    candidates.sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0) || a.i + a.j - b.i - b.j);
    const [takenOld, takenNow] = [new Set<number>(), new Set<number>()];
    const { capture } = this.#leniency;
    const isTaken = (i: number, j: number): boolean =>
      capture === 'before' ? takenOld.has(i) : takenNow.has(j);
    const pairs: DevicePair[] = [];
    for (const { i, j, comparison } of candidates) {
      // several sections of a machine may have one layout, in different states
      if (capture === undefined ? takenOld.has(i) || takenNow.has(j) : isTaken(i, j)) continue;
      takenOld.add(i);
      takenNow.add(j);
      pairs.push({ device: numbered(device, pairs.length), comparison });
    }
    const left = (all: readonly WireDescription[], taken: ReadonlySet<number>): string[] =>
      all.flatMap((_, i) => (taken.has(i) ? [] : pairs.length === 0 ? device : `${device} (other layout)`));
    return {
      pairs,
      // a build has more devices than a machine, and more layouts of each
      removed:
        this.#after.isOneMachine && !this.#before.isOneMachine ? [] : [...new Set(left(old, takenOld))],
      added: this.#before.isOneMachine && !this.#after.isOneMachine ? [] : [...new Set(left(now, takenNow))],
    };
  }

  #difference(
    { device, comparison }: DevicePair,
    holders: ReadonlyMap<DescriptionComparison, ReadonlySet<string>>,
  ): DeviceDifference | undefined {
    const changed = comparisonsIn(comparison).filter(({ changes }) =>
      changes.some(({ isOnWire }) => isOnWire),
    );
    if (changed.length === 0) return undefined;
    const isShared = (one: DescriptionComparison): boolean => (holders.get(one)?.size ?? 0) > 1;
    return {
      device,
      structs: changed.filter((one) => !isShared(one)).map((one) => structDifference(one, true)),
      parts: changed.filter(isShared).map(({ before }) => before.name),
      resized: this.#leniency.isMixed ? [] : resizedFields(comparison),
      forward: this.#checkCompatibility(comparison.before, comparison.after, this.#before, this.#after),
      backward: this.#checkCompatibility(comparison.after, comparison.before, this.#after, this.#before),
    };
  }

  #sentByOne({ device, comparison: { before, after } }: DevicePair): readonly SentByOne[] {
    const [old, now] = [this.#before.sent?.get(device), this.#after.sent?.get(device)];
    if (old === undefined || now === undefined) return [];
    const [known, other] = [subsectionsIn(before), subsectionsIn(after)];
    return [...new Set([...old, ...now])]
      .filter((name) => known.has(name) && other.has(name) && old.has(name) !== now.has(name))
      .map((subsection) => ({ device, subsection, by: old.has(subsection) ? 'before' : 'after' }));
  }

  #checkCompatibility(saved: WireDescription, loaded: WireDescription, saves: Side, loads: Side): Verdict {
    const direction: Direction = {
      saves: { name: saves.name, isCapture: saves.kind === 'capture' },
      loads: { name: loads.name, isCapture: loads.kind === 'capture' },
      isMixed: this.#leniency.isMixed,
    };
    return checkCompatibility(saved, loaded, direction);
  }
}

/** Whether a device is in no table, as its description gets its name at run time. */
const isNamedAtRunTime = (device: string): boolean => EEPRO100_NAMES.some((name) => name === device);

/** Fields that both have and that contain structs. In a capture, their sizes are those of its state. */
function resizedFields({ before, after }: DescriptionComparison): readonly ResizedField[] {
  return before.fields.flatMap((was) => {
    // fields of PCI devices share names: compare those with the same description
    const is = after.fields.find(
      ({ name, content }) => name === was.name && content?.name === was.content?.name,
    );
    if (was.content === undefined || is?.content === undefined || was.content === is.content) return [];
    const [old, now] = [smallSizeOf(was), smallSizeOf(is)];
    return old === now ? [] : [{ field: was.name, before: old, after: now }];
  });
}

function unchangedOf(pairs: readonly DevicePair[], changed: ReadonlySet<string>): readonly UnchangedDevice[] {
  return pairs.flatMap(({ device, comparison: { before } }) =>
    changed.has(device) ? [] : { device, subsections: [...subsectionsIn(before).keys()] },
  );
}

const headOf = ({ name, title, kind }: Side): SidesComparison['before'] => ({ name, title, kind });

const numbered = (device: string, index: number): string =>
  index === 0 ? device : `${device} (layout ${index + 1})`;

/** A comparison and those of all its parts, each once. */
function comparisonsIn(comparison: DescriptionComparison): readonly DescriptionComparison[] {
  const found = new Set<DescriptionComparison>();
  const visit = (one: DescriptionComparison): void => {
    if (found.has(one)) return;
    found.add(one);
    for (const part of one.parts) visit(part);
  };
  visit(comparison);
  return [...found];
}

/** The devices that contain each compared pair of descriptions. */
function holdersOf(pairs: readonly DevicePair[]): ReadonlyMap<DescriptionComparison, ReadonlySet<string>> {
  const holders = new Map<DescriptionComparison, Set<string>>();
  for (const { device, comparison } of pairs)
    for (const one of comparisonsIn(comparison))
      holders.set(one, (holders.get(one) ?? new Set<string>()).add(device));
  return holders;
}

function costOf(comparison: DescriptionComparison): number {
  return comparisonsIn(comparison).reduce((sum, { changes }) => sum + changes.length, 0);
}

function structDifference(
  { before, after, changes }: DescriptionComparison,
  isOnWire: boolean,
): StructDifference {
  return {
    struct: before.name,
    before: sizeOfDescription(before),
    after: sizeOfDescription(after),
    changes: changes.filter((change) => change.isOnWire === isOnWire),
  };
}

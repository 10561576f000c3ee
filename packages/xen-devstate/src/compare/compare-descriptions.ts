import type { Aligned } from './alignment.js';
import { alignLists } from './alignment.js';
import { describeCount, describeField, describePresence, describeSize } from './describe-field.js';
import { isSameShape, shapeOf } from './shape.js';
import { sizeOfDescription, sizeOfField } from './size-of.js';
import type { WireChange, WireChangeKind } from './wire-change.js';
import type { Presence, WireCount, WireDescription, WireField, WireSize } from './wire-description.js';
import { isChecked, isUnused, plainType } from './wire-types.js';

/** The differences of two builds in one description, and in the parts of it that both have. */
export interface DescriptionComparison {
  readonly before: WireDescription;
  readonly after: WireDescription;
  readonly changes: readonly WireChange[];
  /** Structs and subsections that both have and that differ, or whose parts do. */
  readonly parts: readonly DescriptionComparison[];
}

/** What is unknown about one of the sides, and so does not count as a difference. */
export interface Leniency {
  /** The side that is a capture: its sizes and counts are those of one state, and anything it left out may exist. */
  readonly capture: 'before' | 'after' | undefined;
  /** Whether the sources are of different kinds: their conditions are not comparable, and only one describes what QEMU's code writes. */
  readonly isMixed: boolean;
}

/** Compares descriptions, each pair once. */
export class DescriptionComparer {
  readonly #leniency: Leniency;
  readonly #known = new Map<WireDescription, Map<WireDescription, DescriptionComparison>>();

  constructor(leniency: Leniency) {
    this.#leniency = leniency;
  }

  /** Compares two descriptions; returns the same object each time. */
  compare(before: WireDescription, after: WireDescription): DescriptionComparison {
    const known = this.#known.get(before) ?? new Map<WireDescription, DescriptionComparison>();
    this.#known.set(before, known);
    const found = known.get(after) ?? this.#compare(before, after);
    known.set(after, found);
    return found;
  }

  #compare(before: WireDescription, after: WireDescription): DescriptionComparison {
    if (before === after) return { before, after, changes: [], parts: [] };
    const changes: WireChange[] = [];
    const parts: DescriptionComparison[] = [];
    const isVersionOnWire = before.minimum !== undefined && after.minimum !== undefined;
    if (before.version !== after.version && (isVersionOnWire || !this.#leniency.isMixed))
      changes.push(change('version', undefined, before.version, after.version, isVersionOnWire));
    // catalogs leave out versions that have no effect
    if (isVersionOnWire && before.minimum !== after.minimum && !this.#leniency.isMixed)
      changes.push(change('minimum-version', undefined, before.minimum, after.minimum, true));
    this.#compareFields(before, after, changes, parts);
    this.#compareSubsections(before, after, changes, parts);
    return { before, after, changes, parts: [...new Set(parts)] };
  }

  #compareFields(
    before: WireDescription,
    after: WireDescription,
    changes: WireChange[],
    parts: DescriptionComparison[],
  ): void {
    const aligned = alignLists(before.fields, after.fields, (was, is) => this.#weigh(was, is));
    for (const run of runsOf(aligned)) {
      const [old, now] = [run.flatMap((pair) => pair.before ?? []), run.flatMap((pair) => pair.after ?? [])];
      const [only] = run;
      if (run.length === 1 && only?.before !== undefined && only.after !== undefined) {
        this.#compareFieldPair(only.before, only.after, changes, parts);
        continue;
      }
      if (old.length > 0 && now.length > 0 && isSameShape(old, now)) {
        changes.push(change('regrouped', namesOf(old), namesOf(old), namesOf(now), false));
        continue;
      }
      const use = changeOfUse(old, now);
      if (use !== undefined) {
        changes.push(
          change(use, namesOf(use === 'used-again' ? now : old), sizeText(old), sizeText(now), true),
        );
        continue;
      }
      changes.push(...oneSided(run, before, after, this.#leniency));
    }
  }

  #compareFieldPair(
    was: WireField,
    is: WireField,
    changes: WireChange[],
    parts: DescriptionComparison[],
  ): void {
    const { name } = was;
    const tell = (kind: WireChangeKind, old: string, now: string, isOnWire: boolean): void => {
      changes.push(change(kind, name, old, now, isOnWire));
    };
    if (!this.#isSameName(was, is)) tell('field-renamed', name, is.name, false);
    const { capture, isMixed } = this.#leniency;
    if (isMixed && (was.isOverlaid || is.isOverlaid)) return;
    if (was.content !== undefined && is.content !== undefined) {
      const inside = this.compare(was.content, is.content);
      if (inside.changes.length > 0 || inside.parts.length > 0) parts.push(inside);
    } else {
      const isOpaque = isMixed && (isOpaqueType(was) || isOpaqueType(is));
      if (isSameBytes(was, is)) {
        if (!isMixed && was.type !== is.type)
          tell('field-retyped', describeField(was), describeField(is), false);
        return;
      }
      if (!isOpaque && !this.#isSameType(was, is))
        tell('field-retyped', describeField(was), describeField(is), !isSameNumber(was, is));
      else if (!isOpaque && !isSameSize(was.size, is.size, capture !== undefined || isMixed))
        tell('field-resized', describeSize(was.size), describeSize(is.size), true);
    }
    if (!isSameCount(was.count, is.count, this.#leniency))
      tell('count-changed', countText(was.count), countText(is.count), true);
    if (!isSamePresence(was.presence, is.presence, this.#leniency))
      tell('condition-changed', whenText(was.presence), whenText(is.presence), true);
  }

  /** Whether the names are equal; a capture numbers fields that share a name. */
  #isSameName(was: WireField, is: WireField): boolean {
    const { capture } = this.#leniency;
    if (was.name === is.name || capture === undefined) return was.name === is.name;
    const [captured, other] = capture === 'before' ? [was, is] : [is, was];
    return captured.name.replace(/\[\d+\]$/, '') === other.name;
  }

  #isSameType(was: WireField, is: WireField): boolean {
    if (was.type === is.type) return true;
    const isExact = was.isTypeExact && is.isTypeExact;
    return !isExact && plainType(was.type) === plainType(is.type);
  }

  #compareSubsections(
    before: WireDescription,
    after: WireDescription,
    changes: WireChange[],
    parts: DescriptionComparison[],
  ): void {
    const now = new Map(after.subsections.map((part) => [part.name, part]));
    for (const part of before.subsections) {
      const other = now.get(part.name);
      now.delete(part.name);
      if (other === undefined) {
        if (this.#leniency.capture !== 'after')
          changes.push(change('subsection-removed', part.name, describeSubsection(part), undefined, true));
        continue;
      }
      const inside = this.compare(part, other);
      if (inside.changes.length > 0 || inside.parts.length > 0) parts.push(inside);
    }
    if (this.#leniency.capture === 'before') return;
    for (const part of now.values())
      changes.push(change('subsection-added', part.name, undefined, describeSubsection(part), true));
  }

  /** Weighs a pair: names count most, except those of unused bytes; then the shape, for renamed fields. */
  #weigh(was: WireField, is: WireField): number {
    const isAlike =
      shapeOf(was) === shapeOf(is) && (was.content === undefined) === (is.content === undefined);
    if (!this.#isSameName(was, is)) return isAlike ? 2 : 0;
    if (isAlike) return 6;
    if (isUnused(was.type) || isUnused(is.type)) return 1;
    return was.type === is.type ? 5 : 4;
  }
}

/** Splits an alignment into single pairs, and runs of neighbours without a counterpart. */
function runsOf(aligned: readonly Aligned<WireField>[]): readonly (readonly Aligned<WireField>[])[] {
  const runs: Aligned<WireField>[][] = [];
  let isOpen = false;
  for (const pair of aligned) {
    const isPaired = pair.before !== undefined && pair.after !== undefined;
    if (!isPaired && isOpen) runs.at(-1)?.push(pair);
    else runs.push([pair]);
    isOpen = !isPaired;
  }
  return runs;
}

/** Whether fields were replaced by as many unused bytes, or unused bytes by fields. */
function changeOfUse(
  old: readonly WireField[],
  now: readonly WireField[],
): 'no-longer-used' | 'used-again' | undefined {
  if (
    old.length === 0 ||
    now.length === 0 ||
    [...old, ...now].some(({ presence }) => presence.kind === 'when')
  )
    return undefined;
  const [a, b] = [sizeOfFields(old), sizeOfFields(now)];
  if (a.least !== a.most || a.least !== b.least || b.least !== b.most) return undefined;
  const areUnused = (fields: readonly WireField[]): boolean => fields.every(({ type }) => isUnused(type));
  if (areUnused(now)) return 'no-longer-used';
  return areUnused(old) ? 'used-again' : undefined;
}

function sizeOfFields(fields: readonly WireField[]): WireSize {
  return sizeOfDescription({ ...EMPTY, fields });
}

const EMPTY: WireDescription = {
  ...{ name: '', isDescribed: false, version: 1, minimum: undefined },
  fields: [],
  subsections: [],
};

function sizeText(fields: readonly WireField[]): string {
  const kinds = [...new Set(fields.map(({ type }) => type))];
  return `${kinds.length === 1 ? `${kinds[0]}, ` : ''}${describeSize(sizeOfFields(fields))}`;
}

/** The changes for fields without a counterpart: added, removed, or moved if the other side has them elsewhere. */
function oneSided(
  run: readonly Aligned<WireField>[],
  before: WireDescription,
  after: WireDescription,
  { capture }: Leniency,
): readonly WireChange[] {
  return run.flatMap(({ before: was, after: is }): WireChange | readonly WireChange[] => {
    if (was !== undefined) {
      if (capture === 'after' && mayBeNothing(was)) return [];
      const isElsewhere = hasOf(before, was.name) === 1 && hasOf(after, was.name) === 1;
      return isElsewhere ? [] : change('field-removed', was.name, describeField(was), undefined, true);
    }
    if (is === undefined || (capture === 'before' && mayBeNothing(is))) return [];
    const old = before.fields.find(({ name }) => name === is.name);
    return hasOf(before, is.name) === 1 && hasOf(after, is.name) === 1 && old !== undefined
      ? change('field-moved', is.name, describeField(old), describeField(is), true)
      : change('field-added', is.name, undefined, describeField(is), true);
  });
}

/** Whether a capture may leave out a field. It leaves out arrays without elements. */
function mayBeNothing({ presence, count, size }: WireField): boolean {
  return presence.kind !== 'always' || (count !== undefined && count.kind !== 'fixed') || size.least === 0;
}

const hasOf = ({ fields }: WireDescription, field: string): number =>
  fields.filter(({ name }) => name === field).length;

const namesOf = (fields: readonly WireField[]): string => fields.map(({ name }) => name).join(', ');

function change(
  kind: WireChangeKind,
  field: string | undefined,
  before: string | number | undefined,
  after: string | number | undefined,
  isOnWire: boolean,
): WireChange {
  const text = (value: string | number | undefined): string | undefined =>
    value === undefined ? undefined : String(value);
  return { kind, field, before: text(before), after: text(after), isOnWire };
}

function describeSubsection({ version }: WireDescription): string {
  return `version ${version}`;
}

/**
 * Whether two types are numbers of the same size, and both or neither are compared with the target's value. The sign does not
 * matter on the wire.
 */
function isSameNumber(was: WireField, is: WireField): boolean {
  const [old, now] = [plainType(was.type), plainType(is.type)];
  return (
    isNumber(old) &&
    isNumber(now) &&
    was.size.most === is.size.most &&
    isChecked(was.type) === isChecked(is.type)
  );
}

/** Whether both are the same number of plain bytes, as a buffer or one by one. */
function isSameBytes(was: WireField, is: WireField): boolean {
  const isBytes = ({ type }: WireField): boolean => type === 'buffer' || type === 'uint8';
  const [old, now] = [sizeOfField(was), sizeOfField(is)];
  return (
    isBytes(was) && isBytes(is) && old.least === old.most && old.least === now.least && now.least === now.most
  );
}

const isNumber = (type: string): boolean => /^(u?int(8|16|32|64)|bool)$/.test(type);

/** Whether a field is written by QEMU's own code, which only an overlay can describe. */
function isOpaqueType({ type, content }: WireField): boolean {
  return content === undefined ? !isScalar(type) : !content.isDescribed || type !== 'struct';
}

function isScalar(type: string): boolean {
  return /^(u?int(8|16|32|64)|bool|buffer|unused_buffer|bitmap)$/.test(plainType(type));
}

function isSameSize(a: WireSize, b: WireSize, isLenient: boolean): boolean {
  if (a.least === b.least && a.most === b.most && (isLenient || a.usual === b.usual)) return true;
  return isLenient && a.least <= b.most && b.least <= a.most;
}

function isSameCount(
  a: WireCount | undefined,
  b: WireCount | undefined,
  { capture, isMixed }: Leniency,
): boolean {
  if (a === undefined || b === undefined) {
    const [one] = [a ?? b];
    return (
      one === undefined || (capture !== undefined && (one.kind !== 'fixed' || one.value === 1)) || isMixed
    );
  }
  if (a.kind === 'fixed' && b.kind === 'fixed') return a.value === b.value;
  if (isMixed || capture !== undefined) return true;
  if (a.kind === 'open' && b.kind === 'open') return a.usual === b.usual && a.overhead === b.overhead;
  return a.kind === b.kind;
}

function isSamePresence(a: Presence, b: Presence, { capture, isMixed }: Leniency): boolean {
  if (capture !== undefined) return true;
  if (a.kind === 'since' || b.kind === 'since') {
    if (isMixed) return true; // catalogs leave out versions that have no effect
    return a.kind === b.kind && a.kind === 'since' && b.kind === 'since' && a.version === b.version;
  }
  if (a.kind !== b.kind) return false;
  return isMixed || a.kind !== 'when' || b.kind !== 'when' || a.text === b.text;
}

const countText = (count: WireCount | undefined): string =>
  count === undefined ? 'one element' : `${describeCount(count)} elements`;

const whenText = (presence: Presence): string => describePresence(presence) || 'always';

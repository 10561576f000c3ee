import { joinBytes } from '@bytewright/runtime/codec';
import type { FieldDifference, LeafValue } from '@bytewright/schema-dsl/inspect';
import { byteRanges, diffFields, hexOf } from '@bytewright/schema-dsl/inspect';
import type { OpenedFile } from '../open/opened-file.js';
import type { OpenedSection } from '../open/opened-section.js';

/** Which section: its name, its instance, and which one of these, from 0. */
export interface SectionIdentity {
  readonly idstr: string;
  readonly instanceId: number;
  readonly occurrence: number;
}

/** A section that only one file has. */
export interface LoneSection extends SectionIdentity {
  /** Where it stands in its file. */
  readonly index: number;
  readonly versionId: number;
  readonly payloadLength: number;
}

/** Bytes of a payload that differ, where it is not understood; hexadecimal, shorter where one payload ends. */
export interface ByteDifference {
  /** From the first byte of the payload. */
  readonly offset: number;
  readonly length: number;
  readonly a: string;
  readonly b: string;
}

/** What differs in a section that both files have. */
export interface SectionDifference extends SectionIdentity {
  /** Where it stands in each file. */
  readonly index: { readonly a: number; readonly b: number };
  readonly fields: readonly FieldDifference[];
  readonly bytes: readonly ByteDifference[];
}

/** What differs between two files. */
export interface FileDifference {
  readonly same: boolean;
  /** The catalogs that read them. */
  readonly catalogs: { readonly a: string; readonly b: string };
  /** Sections that only the first has. */
  readonly removed: readonly LoneSection[];
  /** Sections that only the second has. */
  readonly added: readonly LoneSection[];
  /** Whether the sections that both have stand in another order. */
  readonly reordered: boolean;
  readonly sections: readonly SectionDifference[];
  /** Of the file itself: whether it has footers, and what follows the sections. */
  readonly file: readonly { readonly path: string; readonly a: LeafValue; readonly b: LeafValue }[];
}

/**
 * Compares two files by device and field. Sections belong together that have the same name and instance; of several such
 * ones the first with the first.
 */
export function diffFiles(a: OpenedFile, b: OpenedFile): FileDifference {
  const ours = identities(a);
  const theirs = identities(b);
  const pairs = [...ours].flatMap(([key, one]) => {
    const other = theirs.get(key);
    return other === undefined ? [] : [{ one, other }];
  });
  const sections = pairs.flatMap(({ one, other }) => diffSections(one, other));
  const removed = [...ours].flatMap(([key, one]) => (theirs.has(key) ? [] : [loneSection(one)]));
  const added = [...theirs].flatMap(([key, one]) => (ours.has(key) ? [] : [loneSection(one)]));
  const order = pairs.map(({ other }) => other.section.index);
  const reordered = order.some((index, i) => i > 0 && index < (order[i - 1] ?? 0));
  const file = diffWholes(a, b);
  return {
    same: [sections, removed, added, file].every(({ length }) => length === 0) && !reordered,
    catalogs: { a: a.opened.catalog, b: b.opened.catalog },
    ...{ removed, added, reordered, sections, file },
  };
}

interface Identified {
  readonly identity: SectionIdentity;
  readonly section: OpenedSection;
}

function identities({ sections }: OpenedFile): Map<string, Identified> {
  const seen = new Map<string, number>();
  const all = new Map<string, Identified>();
  for (const section of sections) {
    const { idstr, instanceId } = section.report;
    const name = `${instanceId}/${idstr}`;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    all.set(`${occurrence}/${name}`, { identity: { idstr, instanceId, occurrence }, section });
  }
  return all;
}

function loneSection({ identity, section }: Identified): LoneSection {
  const { versionId, payloadLength } = section.report;
  return { ...identity, index: section.index, versionId, payloadLength };
}

function diffSections(
  { identity, section: a }: Identified,
  { section: b }: Identified,
): readonly SectionDifference[] {
  const isUnderstood = a.schema !== undefined && b.schema !== undefined;
  const fields = diffFields(fieldsOf(a, isUnderstood), fieldsOf(b, isUnderstood));
  const bytes = isUnderstood
    ? []
    : byteRanges(a.payload, b.payload).map(({ offset, length }) => ({
        ...{ offset, length },
        a: hexOf(a.payload.subarray(offset, offset + length)),
        b: hexOf(b.payload.subarray(offset, offset + length)),
      }));
  if (fields.length === 0 && bytes.length === 0) return [];
  return [{ ...identity, index: { a: a.index, b: b.index }, fields, bytes }];
}

/** Payloads that not both sides understand are compared by their bytes. */
function fieldsOf(section: OpenedSection, withState: boolean): ReturnType<OpenedSection['fields']> {
  return section.fields().filter(({ label }) => (label === 'state' ? withState : label !== 'payload'));
}

function diffWholes(a: OpenedFile, b: OpenedFile): FileDifference['file'] {
  const differences: { path: string; a: LeafValue; b: LeafValue }[] = [];
  const [one, other] = [a.opened.value, b.opened.value];
  if (one.footers !== other.footers) differences.push({ path: 'footers', a: one.footers, b: other.footers });
  const [left, right] = [hexOf(trailingOf(a)), hexOf(trailingOf(b))];
  if (left !== right) differences.push({ path: 'trailing', a: left, b: right });
  return differences;
}

/** What follows the sections, whether or not the file's codec reads it. */
function trailingOf({ opened, behind }: OpenedFile): Uint8Array {
  return joinBytes(opened.value.trailing, behind);
}

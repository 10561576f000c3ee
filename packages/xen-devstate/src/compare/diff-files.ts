import { joinBytes } from '@bytewright/runtime/codec';
import type { FieldDifference, LeafValue } from '@bytewright/schema-dsl/inspect';
import { byteRanges, diffFields, hexOf } from '@bytewright/schema-dsl/inspect';
import type { OpenedFile } from '../open/opened-file.js';
import type { OpenedSection } from '../open/opened-section.js';

/** Identifies a section: its name, its instance, and its index among equal ones. */
export interface SectionIdentity {
  readonly idstr: string;
  readonly instanceId: number;
  readonly occurrence: number;
}

/** A section that only one file has. */
export interface LoneSection extends SectionIdentity {
  /** Its index in its file. */
  readonly index: number;
  readonly versionId: number;
  readonly payloadLength: number;
}

/** Bytes that differ in a payload that is not decoded; in hexadecimal, shorter if one payload ends. */
export interface ByteDifference {
  /** From the first byte of the payload. */
  readonly offset: number;
  readonly length: number;
  readonly a: string;
  readonly b: string;
}

/** The differences in a section that both files have. */
export interface SectionDifference extends SectionIdentity {
  /** Its index in each file. */
  readonly index: { readonly a: number; readonly b: number };
  readonly fields: readonly FieldDifference[];
  readonly bytes: readonly ByteDifference[];
}

/** The differences between two files. */
export interface FileDifference {
  readonly same: boolean;
  /** The catalogs they were decoded with. */
  readonly catalogs: { readonly a: string; readonly b: string };
  /** Sections that only the first has. */
  readonly removed: readonly LoneSection[];
  /** Sections that only the second has. */
  readonly added: readonly LoneSection[];
  /** Whether the sections that both have are in a different order. */
  readonly reordered: boolean;
  readonly sections: readonly SectionDifference[];
  /** Differences in the file itself: whether it has footers, and the bytes that follow the sections. */
  readonly file: readonly { readonly path: string; readonly a: LeafValue; readonly b: LeafValue }[];
}

/**
 * Compares two files by device and field. Sections are matched by name and instance; several equal ones are matched in
 * order.
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

/** The fields to compare; payloads that only one side can decode are compared by their bytes. */
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

/** The bytes that follow the sections, whether or not the file's codec reads them. */
function trailingOf({ opened, behind }: OpenedFile): Uint8Array {
  return joinBytes(opened.value.trailing, behind);
}

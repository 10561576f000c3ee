import type { Leaf } from '@bytewright/schema-dsl/inspect';
import { explainPayload } from '../src/open/explain-file.js';
import type { OpenedFile } from '../src/open/opened-file.js';

/**
 * QEMU's own description of a device's bytes, at the end of a migration stream. Array elements that differ in size have an entry
 * each, with `index`; others share one, with `array_len`. Source: QEMU migration/vmstate.c.
 */
interface Description {
  readonly vmsd_name?: string;
  readonly fields?: readonly DescribedField[];
  readonly subsections?: readonly Description[];
}

interface DescribedField extends Description {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly array_len?: number;
  readonly index?: number;
  readonly struct?: Description;
}

/** A device in a VMDESCRIPTION. */
export interface DescribedDevice extends Description {
  readonly name: string;
  readonly instance_id: number;
}

/** A field described by QEMU: its names, and its place in the payload. */
export interface DescribedLeaf {
  readonly wirePath: string;
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** The byte before an element that may be missing. Source: QEMU migration/vmstate-types.c, `vmstate_info_ptr_marker`. */
const MARK = 'ptr-marker';

/** Types whose inner structure VMDESCRIPTION does not describe reliably: it has each key once, whatever the number of elements. */
const OPAQUE = new Set(['qtailq', 'gtree', 'qlist']);

/** The leaves of a device's payload, and their total size in bytes. */
export function describedLeaves(device: Description): {
  readonly leaves: DescribedLeaf[];
  readonly size: number;
} {
  const leaves: DescribedLeaf[] = [];
  const size = collect(device, '', 0, leaves);
  return { leaves, size };
}

function collect(
  { fields = [], subsections = [] }: Description,
  path: string,
  from: number,
  into: DescribedLeaf[],
): number {
  const join = (step: string): string => (path === '' ? step : `${path}.${step}`);
  let at = from;
  // The last element of an array may lack an `index`, and in 11.1 all do: then it continues from the previous one. Fields that
  // merely share a name have a number in it.
  let before: { readonly name: string; readonly index: number; readonly isMarked: boolean } | undefined;
  for (const [position, field] of fields.entries()) {
    const isNext = before?.name === field.name;
    const isRun = isNext || fields[position + 1]?.name === field.name;
    // the mark of a pointer is followed by its target
    const isPointed = isNext && before?.isMarked === true && field.type !== MARK;
    const index =
      field.index ?? (isRun ? (isNext ? (before?.index ?? 0) + (isPointed ? 0 : 1) : 0) : undefined);
    before = { name: field.name, index: index ?? 0, isMarked: field.type === MARK };
    for (let i = 0; i < (field.array_len ?? 1); i++) {
      const number = field.array_len === undefined ? index : i;
      const of = number === undefined ? field.name : `${field.name}[${number}]`;
      const step = join(field.type === MARK ? `${of}.mark` : isPointed ? `${of}.element` : of);
      const inner =
        field.struct ?? (field.fields !== undefined && !OPAQUE.has(field.type) ? field : undefined);
      if (inner === undefined) {
        into.push({ wirePath: step, type: field.type, offset: at, length: field.size });
        at += field.size;
      } else at = collect(inner, step, at, into);
    }
  }
  for (const subsection of subsections) {
    const name = subsection.vmsd_name ?? '';
    at = collect(subsection, join(name), at + 1 + 1 + name.length + 4, into);
  }
  return at;
}

/** The result of comparing a file with QEMU's description of it. */
export interface Comparison {
  /** The number of described leaves in the decoded sections. */
  readonly leaves: number;
  /** Leaves whose place is not that of one of our leaves, of an element of one, or of several that fill it. */
  readonly misplaced: readonly string[];
  /** Leaves at the same place, but with another name. */
  readonly renamed: readonly string[];
  /** Sections whose payload size differs from the description. */
  readonly resized: readonly string[];
}

/** Compares every leaf of the decoded sections with QEMU's description of the same machine. */
export function compareWithDescription(file: OpenedFile, devices: readonly DescribedDevice[]): Comparison {
  const left = [...devices];
  const [misplaced, renamed, resized]: string[][] = [[], [], []];
  let count = 0;
  for (const section of file.sections) {
    const { idstr, instanceId, payloadOffset } = section.report;
    const at = left.findIndex(({ name, instance_id }) => name === idstr && instance_id === instanceId);
    const [device] = at < 0 ? [] : left.splice(at, 1);
    if (device === undefined || section.schema === undefined) continue;
    const { leaves, size } = describedLeaves(device);
    if (size !== section.payload.length) resized?.push(`${idstr}: ${size}, not ${section.payload.length}`);
    const ours = explainPayload(section);
    for (const leaf of leaves) {
      count++;
      const found = nameAt(ours, payloadOffset + leaf.offset, leaf.length);
      if (found === undefined)
        misplaced?.push(`${idstr} ${leaf.wirePath} at ${leaf.offset}, ${leaf.length} bytes`);
      // an array of one element may or may not have a number
      else if (found !== FILLED && unnumbered(found) !== unnumbered(leaf.wirePath))
        renamed?.push(`${idstr} ${leaf.wirePath} is called ${found}`);
    }
  }
  return { leaves: count, misplaced: misplaced ?? [], renamed: renamed ?? [], resized: resized ?? [] };
}

const unnumbered = (path: string): string => path.replaceAll('[0]', '');

/** Several leaves fill the bytes: a schema has more detail than QEMU's description. */
const FILLED = Symbol('filled');

function nameAt(leaves: readonly Leaf[], from: number, length: number): string | typeof FILLED | undefined {
  const to = from + length;
  const whole = leaves.find((leaf) => leaf.offset === from && leaf.length === length);
  if (whole !== undefined) return whole.wirePath;
  const list = leaves.find(
    ({ offset, length: all, elementLength }) =>
      elementLength === length && offset <= from && to <= offset + all && (from - offset) % length === 0,
  );
  if (list !== undefined) return `${list.wirePath}[${(from - list.offset) / length}]`;
  const inside = leaves.filter((leaf) => leaf.offset >= from && leaf.offset + leaf.length <= to);
  const filled = inside.reduce((sum, leaf) => sum + leaf.length, 0);
  return length > 0 && filled === length ? FILLED : undefined;
}

import { joinPath } from '@bytewright/runtime/codec';
import type { Explanation } from '../../interpreter/explain.js';
import { joinWirePath, numberNames } from '../fields/wire-path.js';
import { hexOf } from '../json/hex-of.js';
import type { Leaf } from './leaf.js';
import { leafValue } from './leaf-value.js';

/** The origin of an explanation's leaves: where offsets and paths start. */
export interface LeafOrigin {
  /** The input that was explained. */
  readonly bytes: Uint8Array;
  /** Its offset in the file. */
  readonly offset: number;
  /** The prefix of the paths. */
  readonly path: string;
}

/**
 * The leaves of an explanation in the order of their bytes. Bytes that belong to no part, such as a count before a list, are
 * a leaf of the enclosing part.
 */
export function leavesOf(whole: Explanation, origin: LeafOrigin, wirePath = ''): Leaf[] {
  const leaves: Leaf[] = [];
  collect(whole, wirePath, origin, leaves);
  return leaves;
}

function collect(part: Explanation, wirePath: string, origin: LeafOrigin, into: Leaf[]): void {
  if (part.parts.length === 0) {
    if (part.length > 0 || isList(part.value)) into.push(leafOf(part, wirePath, origin));
    return;
  }
  const parts = [...part.parts].sort((a, b) => a.offset - b.offset);
  const names = numberNames(parts.map((inner) => stepOf(inner)));
  let at = part.offset;
  for (const [i, inner] of parts.entries()) {
    if (inner.bitOffset !== undefined) {
      if (inner.bitOffset > 0) continue; // its run already has a leaf
      if (inner.offset > at) into.push(gap(part, at, inner.offset, wirePath, origin));
      const run = bitRun(parts, i);
      const isWhole = run.length === parts.length;
      const leaf = bitLeaf(run, origin);
      const runPath = joinWirePath(wirePath, names[i] ?? '');
      into.push({
        ...leaf,
        path: isWhole ? joinPath(origin.path, part.path) : leaf.path,
        wirePath: isWhole ? wirePath : runPath,
      });
      at = leaf.offset - origin.offset + leaf.length;
      continue;
    }
    if (inner.offset > at) into.push(gap(part, at, inner.offset, wirePath, origin));
    const step = isSubsectionList(inner) || isSubsectionState(part, inner) ? '' : (names[i] ?? '');
    collect(inner, joinWirePath(wirePath, step), origin, into);
    at = Math.max(at, inner.offset + inner.length);
  }
  const end = part.offset + part.length;
  if (end > at) into.push(gap(part, at, end, wirePath, origin));
}

/** Bit fields that share bytes: from the first of a run to the last before another run or any other part. */
function bitRun(parts: readonly Explanation[], from: number): readonly Explanation[] {
  const rest = parts.slice(from + 1);
  const end = rest.findIndex(({ bitOffset }) => bitOffset === undefined || bitOffset === 0);
  return parts.slice(from, end < 0 ? parts.length : from + 1 + end);
}

/** One leaf for a run of bit fields: its value has a member for each of them. */
function bitLeaf(run: readonly Explanation[], origin: LeafOrigin): Omit<Leaf, 'wirePath'> {
  const [first] = run;
  const offset = first?.offset ?? 0;
  const end = run.reduce((most, { offset: at, length }) => Math.max(most, at + length), offset);
  return {
    path: joinPath(origin.path, first?.path ?? ''),
    offset: origin.offset + offset,
    length: end - offset,
    type: 'bits',
    value: Object.fromEntries(run.map(({ segment, value }) => [String(segment), leafValue(value)])),
  };
}

/** QEMU's name of a field, the name of a subsection, or the index of an element. */
function stepOf(part: Explanation): string {
  const subsection = subsectionName(part);
  if (subsection !== undefined) return subsection;
  return part.metadata?.wireName ?? (typeof part.segment === 'number' ? `[${part.segment}]` : part.segment);
}

/** The name of the subsection, if a part is one. */
function subsectionName({ parts }: Explanation): string | undefined {
  const [mark, name] = parts;
  const isOne = mark?.segment === 'mark' && mark.hidden && name?.segment === 'name';
  return isOne && typeof name.value === 'string' ? name.value : undefined;
}

function isSubsectionList({ segment, parts: [first] }: Explanation): boolean {
  return segment === 'subsections' && first !== undefined && subsectionName(first) !== undefined;
}

function isSubsectionState(whole: Explanation, { segment }: Explanation): boolean {
  return segment === 'state' && subsectionName(whole) !== undefined;
}

function leafOf(part: Explanation, wirePath: string, origin: LeafOrigin): Leaf {
  const { type, value, offset, length, metadata } = part;
  const count = isList(value) ? value.length : undefined;
  const isVerbatim = value === undefined; // of expected bytes, which are not in the value
  const isBytes = isVerbatim || value instanceof Uint8Array;
  const elementLength = isBytes ? 1 : ArrayBuffer.isView(value) ? bytesPerElement(value) : undefined;
  return {
    path: joinPath(origin.path, part.path),
    wirePath,
    offset: origin.offset + offset,
    length,
    type,
    value: isVerbatim ? hexOf(origin.bytes.subarray(offset, offset + length)) : leafValue(value),
    ...(elementLength !== undefined && (count !== undefined || isVerbatim) && { elementLength }),
    ...(metadata?.unit !== undefined && { unit: metadata.unit }),
    ...(metadata?.wireType !== undefined && { wireType: metadata.wireType }),
  };
}

/** Bytes between or around the parts: a count, a marker at the end. */
function gap(part: Explanation, from: number, to: number, wirePath: string, origin: LeafOrigin): Leaf {
  return {
    path: joinPath(origin.path, part.path),
    wirePath,
    offset: origin.offset + from,
    length: to - from,
    type: `around ${part.type}`,
    value: hexOf(origin.bytes.subarray(from, to)),
    elementLength: 1,
  };
}

function isList(value: unknown): value is { readonly length: number } {
  return ArrayBuffer.isView(value);
}

function bytesPerElement(view: ArrayBufferView): number | undefined {
  const size: unknown = Reflect.get(view, 'BYTES_PER_ELEMENT');
  return typeof size === 'number' ? size : undefined;
}

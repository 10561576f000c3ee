import type { NodeIR } from '../node.js';
import { floatTraits } from '../nodes/float.js';
import { integerTraits } from '../nodes/integer.js';
import { varintTraits } from '../nodes/varint.js';
import type { FieldIR, SchemaIR } from '../schema.js';
import { bitFieldOf, bytesOfRun, fieldGroups } from './bit-runs.js';
import { allFlagBytes, allMemberEncodings, constantEncodings } from './constant-encodings.js';
import { structNamed } from './struct-named.js';

/**
 * One way in which a node's encodings can begin: a set of bytes for each position (`undefined` for any byte), and
 * whether the region ends right after them.
 */
export interface BytePattern {
  readonly bytes: readonly (ReadonlySet<number> | undefined)[];
  readonly atEnd: boolean;
  /** Whether something of unknown length follows, so that nothing is known about later bytes. */
  readonly isOpen: boolean;
}

/** Longer patterns, or more of them, would cost more than the trials they avoid. */
const LENGTH_LIMIT = 16;
const COUNT_LIMIT = 12;

const NOTHING: BytePattern = { bytes: [], atEnd: false, isOpen: false };
const UNKNOWN: BytePattern = { bytes: [], atEnd: false, isOpen: true };

const LAST: ReadonlySet<number> = new Set(Array.from({ length: 128 }, (_, byte) => byte));
const CONTINUED: ReadonlySet<number> = new Set(Array.from({ length: 128 }, (_, byte) => byte + 128));

const memo = new WeakMap<SchemaIR['structs'], WeakMap<NodeIR, readonly BytePattern[]>>();

/**
 * How a node's encodings can begin, as an over-approximation: bytes that match none of the patterns are not an encoding. A
 * cheap check before a trial; if bytes are mostly zero and a zero may be an ending, it avoids almost all trials.
 */
export function bytePatterns(node: NodeIR, structs: SchemaIR['structs']): readonly BytePattern[] {
  const known = memo.get(structs) ?? new WeakMap<NodeIR, readonly BytePattern[]>();
  memo.set(structs, known);
  const found = known.get(node) ?? analyse(node, structs, 0);
  known.set(node, found);
  return found;
}

/** Whether bytes starting at `at` can be an encoding, according to the patterns. */
export function matchesPatterns(
  patterns: readonly BytePattern[],
  bytes: Uint8Array,
  at: number,
  end: number,
): boolean {
  for (const pattern of patterns) {
    const size = pattern.bytes.length;
    if (pattern.atEnd ? at + size !== end : at + size > end) continue;
    let i = 0;
    while (i < size && (pattern.bytes[i]?.has(bytes[at + i] ?? -1) ?? true)) i++;
    if (i === size) return true;
  }
  return false;
}

function analyse(node: NodeIR, structs: SchemaIR['structs'], depth: number): readonly BytePattern[] {
  if (depth > LENGTH_LIMIT) return [UNKNOWN];
  const inside = (n: NodeIR): readonly BytePattern[] => analyse(n, structs, depth + 1);
  switch (node.kind) {
    case 'integer':
      return [anyBytes(integerTraits(node).size)];
    case 'float':
      return [anyBytes(floatTraits(node).size)];
    case 'varint':
      // one byte without a continuation bit, or one with it and an unknown number of further bytes
      return [
        { ...NOTHING, bytes: [LAST] },
        ...(varintTraits(node).maxSize > 1 ? [{ ...NOTHING, bytes: [CONTINUED], isOpen: true }] : []),
      ];
    case 'enumeration':
      return node.open || node.node.kind === 'bits' ? inside(node.node) : ofMembers(allMemberEncodings(node));
    case 'flags':
      return node.strict && node.node.kind === 'integer'
        ? [{ ...NOTHING, bytes: allFlagBytes(node) }]
        : inside(node.node);
    case 'boolean':
      return node.preserve ? [anyBytes(1)] : [{ ...NOTHING, bytes: [new Set([0, 1])] }];
    case 'bits':
      return [UNKNOWN]; // handled as part of its run, below
    case 'literal':
      if (node.node.kind === 'bits') return [UNKNOWN];
      return constantEncodings(node).map((bytes) => {
        const known = {
          ...NOTHING,
          bytes: [...bytes.subarray(0, LENGTH_LIMIT)].map((byte) => new Set([byte])),
        };
        return { ...known, isOpen: bytes.length > LENGTH_LIMIT };
      });
    case 'bytes':
    case 'string': {
      const size = node.extent.kind === 'padded' ? node.extent.size : node.extent;
      return size.kind === 'fixed' ? [anyBytes(size.size)] : [UNKNOWN];
    }
    case 'padding': {
      const { size, fill, keep } = node;
      if (size.kind !== 'fixed') return [UNKNOWN];
      return [keep ? anyBytes(size.size) : repeated(size.size, new Set([fill]))];
    }
    case 'struct':
      return sequence(
        fieldGroups(structNamed(node.name, structs).fields).map(
          (group) => () => patternsOfRun(group) ?? group.flatMap((field) => inside(field.node)),
        ),
      );
    case 'bind':
    case 'search':
      return inside(node.node);
    case 'optional':
    case 'presence':
      return [NOTHING, ...inside(node.node)];
    case 'peek':
    case 'lookahead':
      return [NOTHING];
    case 'atEnd':
      return [{ bytes: [], atEnd: true, isOpen: false }];
    case 'firstOf':
      return node.arms.flatMap((arm) => inside(arm.node));
    case 'union':
      return [
        ...node.arms.flatMap((arm) => inside(arm.node)),
        ...(node.otherwise ? inside(node.otherwise.node) : []),
      ];
    case 'custom':
    case 'list':
    case 'sized':
    case 'processed':
    case 'align':
    case 'at':
    case 'atEach':
    case 'tail':
    case 'gaps':
      return [UNKNOWN];
  }
}

/** The single pattern of a run of bit fields, narrowed by its constants; `undefined` for another field. */
function patternsOfRun(group: readonly FieldIR[]): readonly BytePattern[] | undefined {
  if (!group.every(({ node }) => bitFieldOf(node) !== undefined)) return undefined;
  const bytes = bytesOfRun(group);
  return [{ ...NOTHING, bytes: bytes.slice(0, LENGTH_LIMIT), isOpen: bytes.length > LENGTH_LIMIT }];
}

/** One pattern for all encodings of the same length: the possible bytes in each position. */
function ofMembers(all: readonly Uint8Array[]): readonly BytePattern[] {
  const lengths = [...new Set(all.map(({ length }) => length))];
  return lengths.map((length) => {
    const same = all.filter((bytes) => bytes.length === length);
    const places = Array.from(
      { length: Math.min(length, LENGTH_LIMIT) },
      (_, at) => new Set(same.map((bytes) => bytes[at] ?? 0)), // all have the same length
    );
    return { bytes: places, atEnd: false, isOpen: length > LENGTH_LIMIT };
  });
}

function anyBytes(size: number): BytePattern {
  return repeated(size, undefined);
}

function repeated(size: number, bytes: ReadonlySet<number> | undefined): BytePattern {
  return {
    bytes: Array.from({ length: Math.min(size, LENGTH_LIMIT) }, () => bytes),
    atEnd: false,
    isOpen: size > LENGTH_LIMIT,
  };
}

function sequence(parts: readonly (() => readonly BytePattern[])[]): readonly BytePattern[] {
  let patterns: readonly BytePattern[] = [NOTHING];
  for (const part of parts) {
    if (patterns.every((pattern) => pattern.isOpen)) break;
    const next = part();
    const longer = patterns.flatMap((pattern) =>
      pattern.isOpen ? [pattern] : next.map((more) => joined(pattern, more)),
    );
    // too many ways to begin: keep what is known so far
    if (longer.length > COUNT_LIMIT) return patterns.map((pattern) => ({ ...pattern, isOpen: true }));
    patterns = longer;
  }
  return patterns;
}

/** One pattern followed by another. Only nothing can follow the end of the region, so the end stays where it is. */
function joined(first: BytePattern, second: BytePattern): BytePattern {
  const bytes = [...first.bytes, ...second.bytes];
  const atEnd = first.atEnd || second.atEnd;
  if (bytes.length > LENGTH_LIMIT) return { bytes: bytes.slice(0, LENGTH_LIMIT), atEnd: false, isOpen: true };
  return { bytes, atEnd, isOpen: second.isOpen };
}

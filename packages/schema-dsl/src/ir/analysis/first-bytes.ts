import { endOfVarint } from '@bytewright/runtime/codec';
import type { NodeIR } from '../node.js';
import type { VarintNode } from '../nodes/varint.js';
import { varintTraits } from '../nodes/varint.js';
import type { FieldIR, SchemaIR } from '../schema.js';
import { bitFieldOf, bytesOfRun, fieldGroups } from './bit-runs.js';
import { allFlagBytes, allMemberEncodings, constantEncodings } from './constant-encodings.js';
import { sizeBounds } from './size-bounds.js';
import { structNamed } from './struct-named.js';

/** The bytes that a node's encodings can begin with; `empty` means that it may take no bytes. */
export interface FirstBytes {
  readonly bytes: ReadonlySet<number>;
  readonly empty: boolean;
}

const ALL: ReadonlySet<number> = new Set(Array.from({ length: 256 }, (_, byte) => byte));
const NONE: ReadonlySet<number> = new Set();
const ANY: FirstBytes = { bytes: ALL, empty: true };

/**
 * The first bytes of a node, as an over-approximation: a byte that is not in the set cannot begin it. Two nodes with disjoint
 * sets, neither of which can be empty, can be distinguished without trials.
 */
export function firstBytes(node: NodeIR, structs: SchemaIR['structs']): FirstBytes {
  const known = memo.get(structs) ?? new WeakMap<NodeIR, FirstBytes>();
  memo.set(structs, known);
  const found = known.get(node) ?? analyse(node, structs, new Set());
  known.set(node, found);
  return found;
}

const memo = new WeakMap<SchemaIR['structs'], WeakMap<NodeIR, FirstBytes>>();

function analyse(node: NodeIR, structs: SchemaIR['structs'], within: ReadonlySet<string>): FirstBytes {
  const first = (n: NodeIR): FirstBytes => analyse(n, structs, within);
  switch (node.kind) {
    case 'integer':
    case 'float':
      return { bytes: ALL, empty: false };
    case 'varint':
      return { bytes: firstOfVarint(node), empty: false };
    case 'enumeration': {
      if (node.open || node.node.kind === 'bits') return first(node.node);
      const firsts = allMemberEncodings(node).flatMap((bytes) => [...bytes.slice(0, 1)]);
      return { bytes: new Set(firsts), empty: false };
    }
    case 'flags':
      return node.strict && node.node.kind === 'integer'
        ? { bytes: allFlagBytes(node)[0] ?? ALL, empty: false }
        : first(node.node);
    case 'boolean':
      return { bytes: node.preserve ? ALL : new Set([0, 1]), empty: false };
    case 'bits':
      return ANY; // handled as part of its run, below
    case 'literal':
      if (node.node.kind === 'bits') return ANY;
      return either(constantEncodings(node).map(firstOfConstant));
    case 'struct': {
      if (within.has(node.name)) return ANY; // recursion: the widest answer is always correct
      const inner = new Set([...within, node.name]);
      const { fields } = structNamed(node.name, structs);
      return sequence(
        fieldGroups(fields).map((group) => () => firstOfRun(group) ?? analyse(nodeOf(group), structs, inner)),
      );
    }
    case 'bind':
    case 'search':
      return first(node.node);
    case 'optional':
    case 'presence':
      return { bytes: first(node.node).bytes, empty: true };
    case 'peek':
    case 'lookahead':
    case 'atEnd':
      return { bytes: NONE, empty: true };
    case 'align':
      return { bytes: node.keep ? ALL : new Set([node.fill]), empty: true };
    case 'union':
      return either([
        ...node.arms.map((arm) => first(arm.node)),
        ...(node.otherwise ? [first(node.otherwise.node)] : []),
      ]);
    case 'firstOf':
      return either(node.arms.map((arm) => first(arm.node)));
    case 'padding': {
      const isEmpty = sizeBounds(node, structs).min === 0;
      return { bytes: node.keep ? ALL : new Set([node.fill]), empty: isEmpty };
    }
    case 'custom':
      return { bytes: ALL, empty: node.min === 0 };
    case 'at':
    case 'atEach':
    case 'tail':
    case 'gaps':
      return ANY;
    case 'bytes':
    case 'string':
    case 'list':
    case 'sized':
    case 'processed':
      return { bytes: ALL, empty: sizeBounds(node, structs).min === 0 };
  }
}

/** A single byte has no continuation bit, and is in the range of its bits. */
function firstOfVarint(node: VarintNode): ReadonlySet<number> {
  const { encoding, bits } = node;
  if (varintTraits(node).maxSize > 1) return ALL;
  return new Set([...ALL].filter((byte) => endOfVarint(Uint8Array.of(byte), 0, 1, encoding, bits) === 1));
}

/** Whether no byte can begin both nodes, so that one byte distinguishes them. */
export function areDisjoint(a: FirstBytes, b: FirstBytes): boolean {
  return !a.empty && !b.empty && ![...a.bytes].some((byte) => b.bytes.has(byte));
}

/** The first bytes of a run of bit fields, narrowed by its constants; `undefined` for another field. */
function firstOfRun(group: readonly FieldIR[]): FirstBytes | undefined {
  if (bitFieldOf(nodeOf(group)) === undefined) return undefined;
  return { bytes: bytesOfRun(group)[0] ?? ALL, empty: false };
}

function nodeOf([field]: readonly FieldIR[]): NodeIR {
  if (field === undefined) throw new TypeError('an empty group of fields');
  return field.node;
}

function firstOfConstant([first]: Uint8Array): FirstBytes {
  return first === undefined ? { bytes: NONE, empty: true } : { bytes: new Set([first]), empty: false };
}

function either(all: readonly FirstBytes[]): FirstBytes {
  return { bytes: new Set(all.flatMap((f) => [...f.bytes])), empty: all.some((f) => f.empty) };
}

function sequence(parts: readonly (() => FirstBytes)[]): FirstBytes {
  const bytes = new Set<number>();
  for (const part of parts) {
    const first = part();
    for (const byte of first.bytes) bytes.add(byte);
    if (!first.empty) return { bytes, empty: false };
    if (bytes.size === ALL.size) return ANY; // later nodes cannot narrow it
  }
  return { bytes, empty: true };
}

import { paddingTo } from '@bytewright/runtime/codec';
import type { ByteExtentIR } from '../extent.js';
import type { NodeIR } from '../node.js';
import type { BitsNode } from '../nodes/bits.js';
import { isLastOfRun } from '../nodes/bits.js';
import { floatTraits } from '../nodes/float.js';
import { integerTraits } from '../nodes/integer.js';
import type { NumericNode } from '../nodes/numeric.js';
import { numericTraits } from '../nodes/numeric.js';
import { varintTraits } from '../nodes/varint.js';
import type { FieldIR, SchemaIR } from '../schema.js';
import { constantEncodings } from './constant-encodings.js';

/** The minimum and maximum number of bytes that a node can take on the wire; `max` may be `Infinity`. */
export interface SizeBounds {
  readonly min: number;
  readonly max: number;
}

const memo = new WeakMap<SchemaIR['structs'], ReadonlyMap<string, SizeBounds>>();

/** Size bounds of a node. A `min` of `Infinity` means that the node cannot end: it always contains itself. */
export function sizeBounds(node: NodeIR, structs: SchemaIR['structs']): SizeBounds {
  return boundsOf(node, structBounds(structs));
}

/** The initial assumption for a struct before its fields have been examined. */
const UNMET: SizeBounds = { min: Number.POSITIVE_INFINITY, max: 0 };

/** Bounds of all structs: minimums by iteration downwards from infinity, maximums infinite for recursion. */
function structBounds(structs: SchemaIR['structs']): ReadonlyMap<string, SizeBounds> {
  const known = memo.get(structs);
  if (known !== undefined) return known;
  let bounds = new Map<string, SizeBounds>();
  // A minimum settles within one pass per struct; a maximum that still grows after that grows forever.
  const passes = Object.keys(structs).length + 1;
  for (let pass = 0; pass <= 2 * passes; pass++) {
    const next = new Map<string, SizeBounds>();
    for (const [name, struct] of Object.entries(structs)) {
      const { min, max } = boundsOfFields(struct.fields, bounds);
      const grows = pass > passes && max > (bounds.get(name) ?? UNMET).max;
      next.set(name, { min, max: grows ? Number.POSITIVE_INFINITY : max });
    }
    const isSettled = [...next].every(([name, one]) => isSame(one, bounds.get(name)));
    bounds = next;
    if (isSettled) break; // later passes would change nothing
  }
  memo.set(structs, bounds);
  return bounds;
}

function isSame(a: SizeBounds, b: SizeBounds | undefined): boolean {
  return a.min === b?.min && a.max === b.max;
}

const add = (a: SizeBounds, b: SizeBounds): SizeBounds => ({ min: a.min + b.min, max: a.max + b.max });
const either = (all: readonly SizeBounds[]): SizeBounds => ({
  min: Math.min(...all.map((b) => b.min)),
  max: Math.max(...all.map((b) => b.max)),
});

/** Consecutive fields; if the offset of an alignment is known, so is its size. */
function boundsOfFields(fields: readonly FieldIR[], structs: ReadonlyMap<string, SizeBounds>): SizeBounds {
  let sum: SizeBounds = { min: 0, max: 0 };
  for (const { node } of fields) {
    const isKnown = node.kind === 'align' && sum.min === sum.max && Number.isFinite(sum.min);
    const padding = isKnown ? paddingTo(sum.min, node.to) : 0;
    sum = add(sum, isKnown ? { min: padding, max: padding } : boundsOf(node, structs));
  }
  return sum;
}

function boundsOf(node: NodeIR, structs: ReadonlyMap<string, SizeBounds>): SizeBounds {
  switch (node.kind) {
    case 'integer':
    case 'varint':
    case 'bits':
      return numberBounds(node);
    case 'float': {
      const { size } = floatTraits(node);
      return { min: size, max: size };
    }
    case 'enumeration':
    case 'flags':
      return numberBounds(node.node);
    case 'custom':
      return { min: node.min, max: node.max ?? Number.POSITIVE_INFINITY };
    case 'boolean':
      return { min: 1, max: 1 };
    case 'literal': {
      if (node.node.kind === 'bits') return boundsOf(node.node, structs);
      const [{ length }] = constantEncodings(node);
      return { min: length, max: length };
    }
    case 'bytes':
    case 'string':
      return extentBounds(node.extent);
    case 'padding':
      return extentBounds(node.size);
    case 'list': {
      const element = boundsOf(node.element, structs);
      const { extent } = node;
      switch (extent.kind) {
        case 'fixed':
          return { min: extent.size * element.min || 0, max: extent.size * element.max || 0 };
        case 'prefix': {
          const prefix = numberBounds(extent.prefix);
          const most = Number(numericTraits(extent.prefix).max) * element.max || 0;
          return { min: prefix.min, max: prefix.max + most };
        }
        case 'sentinel': {
          const sentinel = boundsOf(extent.sentinel, structs);
          return { min: sentinel.min, max: Number.POSITIVE_INFINITY };
        }
        case 'last': // there is at least one
          return { min: element.min, max: Number.POSITIVE_INFINITY };
        default:
          return { min: 0, max: Number.POSITIVE_INFINITY };
      }
    }
    case 'struct':
      return structs.get(node.name) ?? UNMET;
    case 'optional':
      return { min: 0, max: boundsOf(node.node, structs).max };
    case 'presence':
      return { min: 0, max: boundsOf(node.node, structs).max };
    case 'peek':
    case 'lookahead':
    case 'atEnd':
      return { min: 0, max: 0 };
    case 'align':
      return { min: 0, max: node.to - 1 };
    // fields at offsets never overlap, so each adds its minimum; gaps between them may add any number
    case 'at':
      return { min: node.when ? 0 : boundsOf(node.node, structs).min, max: Number.POSITIVE_INFINITY };
    case 'tail':
      return { min: boundsOf(node.node, structs).min, max: Number.POSITIVE_INFINITY };
    case 'atEach':
    case 'gaps':
      return { min: 0, max: Number.POSITIVE_INFINITY };
    case 'sized': {
      const region = extentBounds(node.size);
      const inner = boundsOf(node.node, structs);
      const prefix = node.size.kind === 'prefix' ? numberBounds(node.size.prefix) : { min: 0, max: 0 };
      const all = add(inner, prefix);
      return { min: Math.max(region.min, all.min), max: Math.min(region.max, all.max) };
    }
    case 'union':
      return either([
        ...node.arms.map((arm) => boundsOf(arm.node, structs)),
        ...(node.otherwise ? [boundsOf(node.otherwise.node, structs)] : []),
      ]);
    case 'firstOf':
      return either(node.arms.map((arm) => boundsOf(arm.node, structs)));
    case 'bind':
    case 'processed':
    case 'search':
      return boundsOf(node.node, structs);
  }
}

/** The number of bytes that an integer may take, whatever its value. */
export function numberBounds(node: NumericNode | BitsNode): SizeBounds {
  if (node.kind === 'bits') {
    // the bytes of a run belong to no single field; they are counted where a decoder advances past them
    const size = isLastOfRun(node) ? node.word.size : 0;
    return { min: size, max: size };
  }
  if (node.kind === 'varint') return { min: 1, max: varintTraits(node).maxSize };
  const { size } = integerTraits(node);
  return { min: size, max: size };
}

function extentBounds(extent: ByteExtentIR): SizeBounds {
  switch (extent.kind) {
    case 'fixed':
      return { min: extent.size, max: extent.size };
    case 'prefix': {
      const { min, max } = numberBounds(extent.prefix);
      return { min, max: max + Number(numericTraits(extent.prefix).max) };
    }
    case 'terminated':
      return { min: extent.terminator.length / 2, max: Number.POSITIVE_INFINITY };
    case 'padded':
      return extentBounds(extent.size);
    default:
      return { min: 0, max: Number.POSITIVE_INFINITY };
  }
}

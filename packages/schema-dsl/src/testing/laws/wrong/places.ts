import { textAt } from '@bytewright/runtime/codec';
import type { Segment } from '../../../interpreter/path.js';
import { unionMember } from '../../../interpreter/union-member.js';
import { searchedRoot } from '../../../ir/analysis/searched-root.js';
import { structNamed } from '../../../ir/analysis/struct-named.js';
import { givenKeys } from '../../../ir/analysis/value-keys.js';
import type { ByteExtentIR, ListExtentIR } from '../../../ir/extent.js';
import type { NodeIR, NodeKind, NodeOf } from '../../../ir/node.js';
import { UNKNOWN_BITS } from '../../../ir/nodes/flags.js';
import { numericTraits } from '../../../ir/nodes/numeric.js';
import { isNumberElement } from '../../../ir/nodes/typed-array-of.js';
import type { SchemaIR } from '../../../ir/schema.js';
import { GenerationScope, parametersOfRoot } from '../../constraints/generation-scope.js';
import { exactly, isEmpty, isOne } from '../../constraints/range.js';
import { LEFT_OUT } from '../../value-path.js';
import type { WrongPart } from './wrong-parts.js';
import {
  wrong,
  wrongBits,
  wrongBooleanBytes,
  wrongBooleans,
  wrongBytes,
  wrongEndings,
  wrongFloats,
  wrongIntegers,
  wrongLists,
  wrongMembers,
  wrongObjects,
  wrongPadded,
  wrongStrings,
  wrongUnknownBits,
} from './wrong-parts.js';

/** A place in a value, and what must not be there. */
export interface Place {
  readonly path: readonly Segment[];
  readonly parts: readonly WrongPart[];
  /** Whether it is a constant or derived field, which may be included with its correct value. */
  readonly isGiven?: true;
}

/** The maximum number of list elements whose contents are made wrong; the others would be no different. */
const ELEMENTS = 4;

/**
 * All places of a valid value at which something else would be wrong; nothing is made larger than `largest`.
 */
export function placesIn(ir: SchemaIR, value: unknown, largest: number): readonly Place[] {
  const places: Place[] = [];
  const scope = new GenerationScope(ir.structs, undefined, parametersOfRoot(ir));
  visit(searchedRoot(ir), value, { path: [], scope, isOptional: false, largest, places });
  return places;
}

interface Walk {
  readonly path: readonly Segment[];
  /**
   * The surroundings without the field being visited: what is known about the field from elsewhere.
   */
  readonly scope: GenerationScope;
  /** Whether `undefined` is allowed here. */
  readonly isOptional: boolean;
  readonly largest: number;
  readonly places: Place[];
}

type Visit<N extends NodeIR> = (node: N, value: never, walk: Walk) => void;

const visitors: { readonly [K in NodeKind]: Visit<NodeOf<K>> } = {
  integer: (node, _, walk) => add(walk, wrongIntegers(node)),
  float: (node, _, walk) => add(walk, wrongFloats(node)),
  varint(node, value: unknown, walk) {
    add(walk, node.preserve ? wrongPadded(node) : wrongIntegers(node));
    if (typeof value === 'object') addUnknownKey(walk);
  },
  flags(node, _, walk) {
    add(walk, wrongObjects);
    addUnknownKey(walk);
    for (const { name } of node.flags) add(step(walk, name), wrongBooleans);
    if (!node.strict) add(step(walk, UNKNOWN_BITS), wrongUnknownBits(node));
  },
  enumeration: (node, _, walk) => add(walk, wrongMembers(node)),
  boolean: (node, _, walk) => add(walk, node.preserve ? wrongBooleanBytes : wrongBooleans),
  bits: (node, _, walk) => add(walk, wrongBits(node)),
  lookahead: (_, __, walk) => add(walk, wrongBooleans),
  presence: (_, __, walk) => add(walk, wrongBooleans),
  literal: () => undefined,
  peek: () => undefined,
  atEnd: () => undefined,
  align(node, value: Uint8Array | undefined, walk) {
    if (node.keep) add({ ...walk, isOptional: true }, wrongBytes(value ?? new Uint8Array(0), []));
  },
  bytes: (node, value: Uint8Array, walk) =>
    add(walk, [
      ...wrongBytes(value, wrongSizes(node.extent, value.length, walk)),
      ...wrongEndings(node.extent).map(([what, content]) => wrong(what, content)),
    ]),
  string: (node, _, walk) =>
    add(walk, [
      ...wrongStrings(node, wrongSizes(node.extent, 0, walk)),
      ...wrongEndings(node.extent).flatMap(([what, content]) => {
        const text = textAt(content, 0, content.length, node.encoding);
        return text === undefined ? [] : [wrong(what, text)];
      }),
    ]),
  padding(node, value: Uint8Array | undefined, walk) {
    const { size, fill, keep } = node;
    if (!keep) return;
    const wrongOnes = wrongBytes(value ?? Uint8Array.of(1), wrongSizes(size, value?.length ?? 0, walk));
    const unkept = size.kind === 'fixed' ? new Uint8Array(size.size).fill(fill) : undefined;
    add({ ...walk, isOptional: true }, [
      ...wrongOnes,
      ...(unkept === undefined ? [] : [wrong('bytes that are only padding', unkept)]),
    ]);
  },
  list(node, value: ArrayLike<unknown>, walk) {
    add(walk, wrongLists(node, value, wrongSizes(node.extent, value.length, walk)));
    if (isNumberElement(node.element)) return;
    for (let i = 0; i < Math.min(value.length, ELEMENTS); i++) visit(node.element, value[i], step(walk, i));
  },
  struct(node, value: Record<string, unknown>, walk) {
    add(walk, wrongObjects);
    const { structs, parameters } = walk.scope;
    const struct = structNamed(node.name, structs);
    addUnknownKey(walk);
    for (const name of givenKeys(struct))
      walk.places.push({ path: [...walk.path, name], parts: STALE, isGiven: true });
    const kept = struct.fields.filter((field) => field.visibility === 'value');
    for (const field of kept) {
      const others = new Set(kept.flatMap(({ name }) => (name === field.name ? [] : [name])));
      const scope = new GenerationScope(structs, struct, parameters, value, others);
      if (struct.flat === field.name) visit(field.node, value, { ...walk, scope, isOptional: false });
      else visit(field.node, value[field.name], { ...step(walk, field.name), scope });
    }
  },
  optional(node, value: unknown, walk) {
    const isDecided = walk.scope.isKnown(node.when);
    if (value === undefined) {
      if (isDecided) add({ ...walk, isOptional: true }, [wrong('something where nothing may be', 0)]);
      return;
    }
    if (isDecided) add({ ...walk, isOptional: true }, [wrong('nothing where something must be', undefined)]);
    visit(node.node, value, { ...walk, isOptional: true });
  },
  at(node, value: unknown, walk) {
    if (value !== undefined) visit(node.node, value, { ...walk, isOptional: node.when !== undefined });
  },
  atEach(node, value: readonly unknown[], walk) {
    add(walk, [wrong('an object for an array', {}), wrong('null', null)]);
    for (let i = 0; i < Math.min(value.length, ELEMENTS); i++) {
      if (value[i] === undefined) continue;
      visit(node.node, value[i], { ...step(walk, i), isOptional: node.when !== undefined });
    }
  },
  tail: (node, value: unknown, walk) => visit(node.node, value, walk),
  gaps(_, value: readonly unknown[], walk) {
    add(walk, [wrong('an object for an array', {}), wrong('null', null)]);
    for (let i = 0; i < Math.min(value.length, ELEMENTS); i++) {
      add(step(walk, i), wrongObjects);
      addUnknownKey(step(walk, i));
    }
  },
  custom: (_, __, walk) => add(walk, [wrong('nothing at all', undefined)]),
  processed: (node, value: unknown, walk) => visit(node.node, value, walk),
  sized: (node, value: unknown, walk) => visit(node.node, value, walk),
  bind: (node, value: unknown, walk) =>
    visit(node.node, value, { ...walk, scope: walk.scope.bind(node.bindings) }),
  search: (node, value: unknown, walk) =>
    visit(node.node, value, { ...walk, scope: walk.scope.forget(node.parameter) }),
  union(node, value: Record<string, unknown>, walk) {
    add({ ...step(walk, node.tag), isOptional: node.otherwise !== undefined }, UNKNOWN_TAGS);
    addUnknownKey(walk);
    const arm = unionMember(node, value);
    if (arm !== undefined) visit(arm.node, value[arm.member], step(walk, arm.member));
  },
  firstOf(node, value: Record<string, unknown>, walk) {
    add(step(walk, node.tag), UNKNOWN_TAGS);
    addUnknownKey(walk);
    const arm = node.arms.find(({ name }) => name === value[node.tag]);
    if (arm !== undefined) visit(arm.node, value[node.value], step(walk, node.value));
  },
};

const UNKNOWN_TAGS: readonly WrongPart[] = [
  wrong('a tag that no arm has', 'no such arm'),
  wrong('a number for a tag', 7),
  wrong('no tag', LEFT_OUT),
];

/** Values that are never those of a constant or derived field. */
const STALE: readonly WrongPart[] = [
  wrong('another value for a constant or derived field', null),
  wrong('a text that it is not', 'stale'),
];

/** A key that no schema has, with a value and with `undefined`. */
function addUnknownKey(walk: Walk): void {
  add(step(walk, 'noSuchKey'), [wrong('an unknown key', 1)]);
}

function visit(node: NodeIR, value: unknown, walk: Walk): void {
  // The value is valid, so it has the type that the node's visitor expects; the table pairs kinds with visitors.
  (visitors[node.kind] as Visit<NodeIR>)(node, value as never, walk);
}

function add({ path, isOptional, places }: Walk, parts: readonly WrongPart[]): void {
  places.push({ path, parts: isOptional ? parts : [...parts, wrong('nothing', undefined)] });
}

function step(walk: Walk, segment: Segment): Walk {
  return { ...walk, path: [...walk.path, segment], isOptional: false };
}

/** Sizes or counts that are impossible with this extent, whatever else is in the value. */
function wrongSizes(
  extent: ByteExtentIR | ListExtentIR,
  size: number,
  { scope, largest }: Walk,
): readonly number[] {
  const overflow = (max: number): readonly number[] => (max < largest ? [max + 1] : []);
  if (extent.kind === 'prefix') return overflow(Number(numericTraits(extent.prefix).max));
  if (extent.kind === 'padded') {
    const room = extent.size.kind === 'fixed' ? exactly(extent.size.size) : scope.rangeOf(extent.size.size);
    return isEmpty(room) ? [] : overflow(room.max);
  }
  // no elements, or more after the one that ends the list
  if (extent.kind === 'last') return [0, size + 1];
  if (extent.kind !== 'fixed' && extent.kind !== 'expression') return [];
  const range = extent.kind === 'fixed' ? exactly(extent.size) : scope.rangeOf(extent.size);
  if (isEmpty(range)) return [];
  if (isOne(range)) return [range.min + 1, range.min - 1].filter((n) => n >= 0 && n <= largest);
  return [...overflow(range.max), ...(range.step > 1 ? [size + 1] : [])];
}

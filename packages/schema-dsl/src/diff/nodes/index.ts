import { hexByte } from '@bytewright/runtime/codec';
import type { Expression } from '../../ir/expression.js';
import { constantValue } from '../../ir/expression.js';
import type { BindNode, NodeIR, NodeKind, NodeOf } from '../../ir/node.js';
import { compareStructs } from '../compare-structs.js';
import type { Place } from '../comparison.js';
import { describeCustom, describeProcessor } from '../describe-type.js';
import { compareExpressions, isSameExpression } from '../expressions.js';
import { compareAlternatives, compareSearches, compareUnions } from './choices.js';
import { compareExtents } from './extents.js';
import { compareEnumerations, compareFlags } from './names.js';
import { compareBits, compareFloats, compareIntegers, comparePreserve, compareVarints } from './numbers.js';
import { compareOtherKinds } from './other-kinds.js';

/** Records the differences between two nodes. */
export function compareNodes(before: NodeIR, after: NodeIR, place: Place): void {
  const compare = COMPARE[before.kind] as Compare<NodeIR>; // the handler of the old node's kind
  if (before.kind === after.kind) compare(before, after, place);
  else compareOtherKinds(before, after, place);
}

type Compare<N extends NodeIR> = (before: N, after: N, place: Place) => void;

const COMPARE: { readonly [K in NodeKind]: Compare<NodeOf<K>> } = {
  integer: compareIntegers,
  float: compareFloats,
  varint: compareVarints,
  enumeration: compareEnumerations,
  flags: compareFlags,
  boolean: comparePreserve,
  bits: compareBits,
  literal(before, after, place) {
    compareNodes(before.node, after.node, place);
    const text = ({ value }: typeof before): string => String(constantValue(value));
    place.tellIfOther('literal-value', text(before), text(after));
  },
  bytes: (before, after, place) => compareExtents(before.extent, after.extent, place),
  string(before, after, place) {
    compareExtents(before.extent, after.extent, place);
    compareEncodings(before.encoding, after.encoding, place);
  },
  padding(before, after, place) {
    compareExtents(before.size, after.size, place);
    comparePaddings(before, after, place);
  },
  list(before, after, place) {
    compareExtents(before.extent, after.extent, place);
    compareNodes(before.element, after.element, place.at('[]'));
  },
  struct: (before, after, place) => compareStructs(before.name, after.name, place.comparison),
  optional(before, after, place) {
    compareExpressions('condition', before.when, after.when, place);
    compareNodes(before.node, after.node, place);
  },
  peek: compareInner,
  lookahead: compareInner,
  presence: compareInner,
  atEnd: () => {},
  align(before, after, place) {
    place.tellIfOther('alignment', String(before.to), String(after.to));
    comparePaddings(before, after, place);
  },
  at(before, after, place) {
    compareExpressions('position', before.offset, after.offset, place);
    compareExpressions('condition', before.when, after.when, place);
    compareNodes(before.node, after.node, place);
  },
  atEach(before, after, place) {
    compareExpressions('position', before.each, after.each, place);
    compareExpressions('position', before.offset, after.offset, place);
    compareExpressions('condition', before.when, after.when, place);
    compareNodes(before.node, after.node, place.at('[]'));
  },
  tail: compareInner,
  gaps: () => {},
  sized(before, after, place) {
    compareExtents(before.size, after.size, place);
    compareNodes(before.node, after.node, place);
  },
  processed(before, after, place) {
    if (!isSameExpression(before.processor, after.processor, place.pair))
      place.tell('processor', describeProcessor(before.processor), describeProcessor(after.processor));
    compareNodes(before.node, after.node, place);
  },
  custom(before, after, place) {
    place.tellIfOther('custom-codec', describeCustom(before), describeCustom(after));
  },
  union: compareUnions,
  firstOf: compareAlternatives,
  search: compareSearches,
  bind(before, after, place) {
    const names = new Set([...before.bindings, ...after.bindings].map(({ parameter }) => parameter));
    for (const name of names) {
      const bound = ({ bindings }: BindNode): Expression | undefined =>
        bindings.find(({ parameter }) => parameter === name)?.value;
      compareExpressions('binding', bound(before), bound(after), place.at(`(${name})`));
    }
    compareNodes(before.node, after.node, place);
  },
};

function compareInner(before: { node: NodeIR }, after: { node: NodeIR }, place: Place): void {
  compareNodes(before.node, after.node, place);
}

/** ASCII is a subset of the other single-byte encodings. */
function compareEncodings(before: string, after: string, place: Place): void {
  if (before === after) return;
  const isByteWise = (encoding: string): boolean => encoding === 'utf8' || encoding === 'latin1';
  if (before === 'ascii' && isByteWise(after))
    place.tell('text-encoding', before, after, { backward: [], forward: ['refused'] });
  else if (after === 'ascii' && isByteWise(before))
    place.tell('text-encoding', before, after, { backward: ['refused'], forward: [] });
  else place.tell('text-encoding', before, after);
}

function comparePaddings(
  before: { readonly fill: number; readonly keep: boolean },
  after: { readonly fill: number; readonly keep: boolean },
  place: Place,
): void {
  // if other bytes are kept, they decode either way
  const kept = before.keep && after.keep ? { backward: [], forward: [] } : {};
  if (before.fill !== after.fill) place.tell('fill', hexByte(before.fill), hexByte(after.fill), kept);
  if (before.keep !== after.keep)
    place.tell(after.keep ? 'padding-kept' : 'padding-strict', undefined, undefined);
}

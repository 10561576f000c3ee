import * as fc from 'fast-check';
import type { Expression } from '../../ir/expression.js';
import { constantValue, fieldsOf } from '../../ir/expression.js';
import type { NodeIR, RawArmIR, UnionNode } from '../../ir/node.js';
import { ANY_SIZE } from '../knowledge/range.js';
import type { Alternative } from './alternatives.js';
import { anyOf } from './alternatives.js';
import { valuesOf } from './index.js';
import { Unsatisfiable } from './patience.js';
import type { Generate, Place } from './place.js';
import { below } from './place.js';
import { sifted } from './sifted.js';

/**
 * The arm that the selector names, where it follows from what comes before; any arm where it follows from the
 * arm.
 */
export const union: Generate<UnionNode> = (node, place) => {
  const { scope } = place;
  const { selector, otherwise } = node;
  const wrap = (name: string) => (value: unknown) => ({ [node.tag]: name, [node.value]: value });
  if (selector === undefined || scope.isKnown(selector)) {
    const tag = selector && scope.evaluate(selector);
    const arm = node.arms.find((candidate) => constantValue(candidate.tag) === tag);
    if (arm !== undefined) return valuesOf(arm.node, below(place)).map(wrap(arm.name));
    if (otherwise === undefined) throw new Unsatisfiable(`no arm for ${String(tag)}`);
    return raw(node, otherwise, fc.constant(tag), place);
  }
  const alternatives: Alternative[] = node.arms.map((arm) => ({
    node: arm.node,
    make: () => valuesOf(arm.node, below(place)).map(wrap(arm.name)),
  }));
  if (otherwise !== undefined) {
    const tags = unknownTags(node, selector, place);
    if (tags !== undefined)
      alternatives.push({ node: otherwise.node, make: () => raw(node, otherwise, tags, place) });
  }
  return anyOf(alternatives, place);
};

function raw(
  node: UnionNode,
  { node: inner, raw: member, rawTag }: RawArmIR,
  tags: fc.Arbitrary<unknown>,
  place: Place,
): fc.Arbitrary<object> {
  const values = valuesOf(inner, below(place));
  if (rawTag === undefined) return values.map((value) => ({ [node.tag]: undefined, [member]: value }));
  return fc
    .tuple(tags, values)
    .map(([tag, value]) => ({ [node.tag]: undefined, [rawTag]: tag, [member]: value }));
}

/** Tags that no arm has; `undefined` where the raw arm can be told apart from none. */
function unknownTags(node: UnionNode, selector: Expression, place: Place): fc.Arbitrary<unknown> | undefined {
  const { scope } = place;
  const field = scope.struct?.fields.find(
    ({ name, visibility }) => visibility === 'derived' && fieldsOf(selector).has(name),
  );
  const keepsTag = node.otherwise?.rawTag !== undefined;
  // a peeked selector is on the wire behind the union; a derived one must be kept by the raw arm, or nothing
  // has it
  if (field === undefined) return keepsTag ? undefined : fc.constant(undefined);
  if (!keepsTag) return undefined;
  const known = node.arms.map((arm) => constantValue(arm.tag));
  const tag: NodeIR = field.node;
  return sifted(
    valuesOf(tag, { ...place, field, hints: [], room: ANY_SIZE }),
    (value) => !known.includes(value as never),
    'tag that no arm has',
  );
}

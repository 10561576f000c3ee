import * as fc from 'fast-check';
import { armsFor, isTagRange, tagsOf } from '../../ir/analysis/arm-tags.js';
import type { Expression } from '../../ir/expression.js';
import { constantValue, fieldsOf } from '../../ir/expression.js';
import type { NodeIR, RawArmIR, TaggedArmIR, TagIR, UnionNode } from '../../ir/node.js';
import { ANY_SIZE } from '../constraints/range.js';
import type { Alternative } from './alternatives.js';
import { anyOf } from './alternatives.js';
import { asPeeked } from './as-peeked.js';
import { boundedFilter } from './bounded-filter.js';
import { Unsatisfiable } from './generation-budget.js';
import { valuesOf } from './index.js';
import type { Generate, Place } from './place.js';
import { below } from './place.js';

/**
 * The selected arm, if the selector depends on earlier fields; any arm if the selector is derived from the arm.
 */
export const union: Generate<UnionNode> = (node, place) => {
  const { scope } = place;
  const { selector, otherwise } = node;
  /** Values of an arm whose bytes make a peeked selector choose it. */
  const leadingTo = (arm: NodeIR, isChosen: (tag: unknown) => boolean): fc.Arbitrary<unknown> => {
    const values = valuesOf(arm, below(place));
    const fits = selector && asPeeked(selector, arm, place, isChosen);
    return fits === undefined
      ? values
      : boundedFilter(values, fits, 'value whose first bytes are those of its arm', place.budget);
  };
  const armAlternative = (arm: TaggedArmIR, tags: fc.Arbitrary<unknown>): Alternative => ({
    node: arm.node,
    make: () => {
      const values = leadingTo(arm.node, (tag) => armsFor(node, tag).includes(arm));
      const { rawTag } = arm;
      return rawTag === undefined
        ? values.map((value) => ({ [node.tag]: arm.name, [node.value]: value }))
        : fc
            .tuple(tags, values)
            .map(([tag, value]) => ({ [node.tag]: arm.name, [rawTag]: tag, [node.value]: value }));
    },
  });
  if (selector === undefined || scope.isKnown(selector)) {
    const tag = selector && scope.evaluate(selector);
    const tags = fc.constant(tag);
    const arms = armsFor(node, tag);
    const alternatives = arms.map((arm) => armAlternative(arm, tags));
    if (otherwise !== undefined && (arms.length === 0 || node.fallback !== undefined))
      alternatives.push({ node: otherwise.node, make: () => raw(node, otherwise, tags, place) });
    if (alternatives.length === 0) throw new Unsatisfiable(`no arm for ${String(tag)}`);
    return anyOf(alternatives, place);
  }
  const alternatives = node.arms.map((arm) => armAlternative(arm, fc.oneof(...tagsOf(arm).map(valuesOfTag))));
  if (otherwise !== undefined) {
    const tags = unknownTags(node, selector, place);
    if (tags !== undefined)
      alternatives.push({ node: otherwise.node, make: () => raw(node, otherwise, tags, place) });
  }
  return anyOf(alternatives, place);
};

/** The values that a tag represents. */
function valuesOfTag(tag: TagIR): fc.Arbitrary<unknown> {
  if (!isTagRange(tag)) return fc.constant(constantValue(tag));
  const [min, max] = [constantValue(tag.from), constantValue(tag.to)];
  return typeof min === 'bigint'
    ? fc.bigInt({ min, max: max as bigint }) // both ends have the same type
    : fc.integer({ min: min as number, max: max as number });
}

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

/** Tags that no arm has; `undefined` if the raw arm needs none. */
function unknownTags(node: UnionNode, selector: Expression, place: Place): fc.Arbitrary<unknown> | undefined {
  const { scope } = place;
  const field = scope.struct?.fields.find(
    ({ name, visibility }) => visibility === 'derived' && fieldsOf(selector).has(name),
  );
  const keepsTag = node.otherwise?.rawTag !== undefined;
  // a peeked selector is on the wire as part of the union; a derived one must be kept by the raw arm, or it is lost
  if (field === undefined) return keepsTag ? undefined : fc.constant(undefined);
  if (!keepsTag) return undefined;
  const tag: NodeIR = field.node;
  return boundedFilter(
    valuesOf(tag, { ...place, field, hints: [], room: ANY_SIZE }),
    (value) => node.fallback !== undefined || armsFor(node, value).length === 0,
    'tag that no arm has',
    place.budget,
  );
}

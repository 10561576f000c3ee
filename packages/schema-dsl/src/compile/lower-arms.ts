import { isTagRange } from '../ir/analysis/arm-tags.js';
import type { ArmIR, FirstOfNode, NodeIR, TaggedArmIR, TagIR, UnionNode } from '../ir/node.js';
import { pathTo, quoteName } from '../ir/printable.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition } from '../language/definition.js';
import type { Node } from '../language/node.js';
import { isNode } from '../language/node.js';
import { notANode } from '../language/require-node.js';
import { askAuthor } from './ask-author.js';
import { checkTags } from './check-tags.js';
import type { LowerContext } from './lower.js';
import { aside, lower } from './lower.js';
import { checkMemberNames } from './member-names.js';

/** Ordered alternatives; an arm may be a getter, for recursion. */
export function lowerFirstOf(
  { arms, names, followedBy }: Extract<Definition, { kind: 'firstOf' }>,
  context: LowerContext,
): FirstOfNode {
  const { relations: _, ...inner } = context;
  checkMemberNames([names.tag, names.value], context.path);
  const lowered = context.table.faults.map(Object.keys(arms), (name): ArmIR => {
    const path = pathTo(context.path, name);
    if (/^\d+$/.test(name))
      throw new SchemaError(
        'invalid-name',
        path,
        `the name ${quoteName(name)} is a number, which would change the order of the alternatives; use a word`,
      );
    const { node, tags } = readArm(arms, name, context);
    if (tags !== undefined)
      throw new SchemaError(
        'misplaced-construct',
        path,
        'on() sets a tag, but alternatives of firstOf() have none; remove on()',
      );
    return { name, node: lower(node, { ...inner, path }) };
  });
  if (lowered.length === 0)
    throw new SchemaError('no-alternatives', context.path, 'firstOf() has no alternatives; add one');
  return {
    kind: 'firstOf',
    tag: names.tag,
    value: names.value,
    arms: lowered,
    followedBy: lowerDemands(followedBy, context),
  };
}

/** What must follow, from the construct's own option or from a relation. */
export function lowerDemands(
  own: readonly Node<unknown>[],
  { relations: { followedBy = [] } = {}, ...context }: LowerContext,
): readonly NodeIR[] {
  if (own.length > 0 && followedBy.length > 0)
    throw new SchemaError(
      'conflicting-relations',
      context.path,
      'followedBy is given twice, as an option and as a relation; keep one',
    );
  return [...own, ...followedBy].map((node) => {
    if (!isNode(node))
      throw new SchemaError(
        'not-a-node',
        context.path,
        `followedBy takes what must follow: ${notANode(node)}; pass a node, or several in an array`,
      );
    return lower(node, aside(context, `${context.path} followedBy`));
  });
}

/** A union with its arms' tags and its selector. */
export function lowerUnionArms(
  definition: Extract<Definition, { kind: 'union' }>,
  context: LowerContext,
): UnionNode {
  const { relations = {}, bits: _, ...inner } = context;
  const { names, otherwise } = definition;
  checkMemberNames([names.tag, names.value], context.path);
  if (otherwise !== undefined)
    checkMemberNames(
      [names.tag, names.raw, ...(names.rawTag === undefined ? [] : [names.rawTag])],
      context.path,
    );
  const arms = context.table.faults.map(Object.keys(definition.arms), (name): TaggedArmIR => {
    const arm = readArm(definition.arms, name, context);
    const { tags = [name] } = arm;
    const node = lower(arm.node, { ...inner, path: pathTo(context.path, name) });
    const [only] = tags;
    if (tags.length === 1 && only !== undefined && !isTagRange(only)) return { name, tag: only, node };
    const { rawTag } = names;
    if (rawTag !== undefined) checkMemberNames([names.tag, names.value, rawTag], context.path);
    return { name, tags, node, ...(rawTag === undefined ? {} : { rawTag }) };
  });
  if (arms.length > 0 && relations.selector === undefined) {
    throw new SchemaError(
      'unselected-union',
      context.path,
      'is a union without a selector; write $.body.tag($.kind) or $.kind.is(tagOf($.body))',
    );
  }
  if (arms.length === 0 && otherwise === undefined)
    throw new SchemaError('no-alternatives', context.path, 'is a union without arms; add one');
  checkTags(arms, context.path);
  const followedBy = lowerDemands(definition.followedBy, context);
  if (definition.fallback === 'no arm fits' && otherwise === undefined)
    throw new SchemaError(
      'missing-fallback',
      context.path,
      "fallback 'no arm fits' needs an arm to fall back to; add 'otherwise'",
    );
  if (arms.length === 0 && followedBy.length > 0)
    throw new SchemaError(
      'misplaced-relation',
      context.path,
      'has followedBy, but no arms for it to decide between; remove it',
    );
  return {
    kind: 'union',
    tag: names.tag,
    value: names.value,
    arms,
    otherwise: otherwise && {
      node: lower(otherwise, { ...inner, path: `${context.path}.otherwise` }),
      raw: names.raw,
      rawTag: names.rawTag,
      ...(definition.tags === undefined
        ? {}
        : { tag: lower(definition.tags, { ...inner, path: `${context.path}.tags` }) }),
    },
    selector: relations.selector,
    ...(followedBy.length === 0 ? {} : { followedBy }),
    ...(definition.fallback === 'no arm fits' ? { fallback: definition.fallback } : {}),
  };
}

function readArm(
  arms: object,
  name: string,
  context: LowerContext,
): { node: Node<unknown>; tags: readonly TagIR[] | undefined } {
  const path = pathTo(context.path, name);
  if (name === '')
    throw new SchemaError(
      'invalid-name',
      path,
      'an arm has an empty name, which messages could not show; name it',
    );
  const arm: unknown = askAuthor(path, 'getter', () => Reflect.get(arms, name) as unknown);
  if (!isNode(arm)) throw new SchemaError('not-a-node', path, `${notANode(arm)}; use a node for the arm`);
  return arm.definition.kind === 'on'
    ? { node: arm.definition.node, tags: arm.definition.tags }
    : { node: arm, tags: undefined };
}

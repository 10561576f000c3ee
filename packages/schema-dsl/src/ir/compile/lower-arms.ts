import type { Definition } from '../../language/definition.js';
import type { Node } from '../../language/node.js';
import { isNode } from '../../language/node.js';
import type { Constant } from '../expression.js';
import type { ArmIR, FirstOfNode, TaggedArmIR, UnionNode } from '../node.js';
import { SchemaError } from '../schema-error.js';
import type { LowerContext } from './lower.js';
import { lower } from './lower.js';
import { checkMemberNames } from './member-names.js';

/** Ordered alternatives; an arm may be a getter, for recursion. */
export function lowerFirstOf(
  { arms, names, followedBy }: Extract<Definition, { kind: 'firstOf' }>,
  context: LowerContext,
): FirstOfNode {
  checkMemberNames([names.tag, names.value], context.path);
  const lowered = Object.keys(arms).map((name): ArmIR => {
    const path = `${context.path}.${name}`;
    if (/^\d+$/.test(name))
      throw new SchemaError(
        path,
        'a number as a name would change the order of the alternatives; use a word',
      );
    const { node, tag } = readArm(arms, name, context);
    if (tag !== undefined)
      throw new SchemaError(path, 'on() names the tag of a union arm; alternatives of firstOf() have none');
    return { name, node: lower(node, { ...context, path }) };
  });
  if (lowered.length === 0) throw new SchemaError(context.path, 'firstOf() without alternatives');
  return {
    kind: 'firstOf',
    tag: names.tag,
    value: names.value,
    arms: lowered,
    followedBy: followedBy.map((node) => lower(node, { ...context, open: undefined })),
  };
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
  const arms: TaggedArmIR[] = Object.keys(definition.arms).map((name) => {
    const arm = readArm(definition.arms, name, context);
    return {
      name,
      tag: arm.tag ?? name,
      node: lower(arm.node, { ...inner, path: `${context.path}.${name}` }),
    };
  });
  if (arms.length > 0 && relations.selector === undefined) {
    throw new SchemaError(
      context.path,
      'a union that nothing selects; say $.body.tag($.kind) or $.kind.is(tagOf($.body))',
    );
  }
  if (arms.length === 0 && otherwise === undefined)
    throw new SchemaError(context.path, 'a union without arms');
  const seen = new Map<string, string>();
  for (const arm of arms) {
    const key = JSON.stringify(arm.tag);
    const other = seen.get(key);
    if (other !== undefined)
      throw new SchemaError(
        `${context.path}.${arm.name}`,
        `unreachable: arm ${other} has the same tag ${key}`,
      );
    seen.set(key, arm.name);
  }
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
  };
}

function readArm(
  arms: object,
  name: string,
  context: LowerContext,
): { node: Node<unknown>; tag: Constant | undefined } {
  const arm: unknown = Reflect.get(arms, name);
  if (!isNode(arm)) throw new SchemaError(`${context.path}.${name}`, 'an arm is a node of the language');
  return arm.definition.kind === 'on'
    ? { node: arm.definition.node, tag: arm.definition.tag }
    : { node: arm, tag: undefined };
}

import { describeTags, tagsOf, triedArms } from '../../ir/analysis/arm-tags.js';
import { describeNode } from '../../ir/describe-node.js';
import { constantValue } from '../../ir/expression.js';
import type { ArmIR, FirstOfNode, NodeIR, SearchNode, TaggedArmIR, UnionNode } from '../../ir/node.js';
import type { Pairing } from '../align.js';
import { align } from '../align.js';
import type { Place } from '../comparison.js';
import { compareExpressions, isSameExpression } from '../expressions.js';
import { compareNodes } from './index.js';

/** The corresponding arms of two unions: those with the same name, and renamed ones with the same tags. */
export function alignArms(before: UnionNode, after: UnionNode): readonly Pairing<TaggedArmIR>[] {
  return align(before.arms, after.arms, {
    oldName: ({ name }) => name,
    newName: ({ name }) => name,
    isAlike: (was, is) =>
      JSON.stringify(tagsOf(was)) === JSON.stringify(tagsOf(is)) && was.node.kind === is.node.kind,
  });
}

/** The corresponding alternatives: those with the same name, and equal ones between the same neighbours. */
export function alignAlternatives(before: FirstOfNode, after: FirstOfNode): readonly Pairing<ArmIR>[] {
  return align(before.arms, after.arms, {
    oldName: ({ name }) => name,
    newName: ({ name }) => name,
    isAlike: (was, is) => JSON.stringify(was.node) === JSON.stringify(is.node),
  });
}

export function compareUnions(before: UnionNode, after: UnionNode, place: Place): void {
  compareExpressions('selector', before.selector, after.selector, place);
  place.tellIfOther('union-members', membersOf(before), membersOf(after));
  const tried = new Set([...triedArms(before), ...triedArms(after)]);
  for (const { before: was, after: is, isMoved } of alignArms(before, after)) {
    if (was === undefined || is === undefined) {
      // bytes of the arm are decoded as something else by the codec that lacks it
      const falls = (union: UnionNode): boolean => union.otherwise !== undefined;
      if (is !== undefined) place.tell('arm-added', undefined, armText(is), falls(before) ? EITHER : {});
      else if (was !== undefined)
        place.tell('arm-removed', armText(was), undefined, falls(after) ? EITHER : {});
      continue;
    }
    const inside = place.at(`(${was.name})`);
    if (was.name !== is.name) inside.tell('arm-renamed', was.name, is.name);
    inside.tellIfOther('arm-retagged', describeTags(tagsOf(was)), describeTags(tagsOf(is)));
    if (was.rawTag !== is.rawTag) inside.tell('union-members', was.rawTag, is.rawTag);
    if (isMoved && (tried.has(was) || tried.has(is))) inside.tell('arm-moved', undefined, undefined);
    compareNodes(was.node, is.node, inside);
  }
  const [old, now] = [before.otherwise, after.otherwise];
  if (old && now) compareNodes(old.node, now.node, place.at(`(${old.raw})`));
  else if (now) place.tell('otherwise-added', undefined, describeNode(now.node));
  else if (old) place.tell('otherwise-removed', describeNode(old.node), undefined);
  if (before.fallback !== after.fallback)
    place.tell(after.fallback ? 'otherwise-added' : 'otherwise-removed', before.fallback, after.fallback);
  compareBoundaries(before.followedBy, after.followedBy, place);
}

export function compareAlternatives(before: FirstOfNode, after: FirstOfNode, place: Place): void {
  place.tellIfOther('union-members', `${before.tag}, ${before.value}`, `${after.tag}, ${after.value}`);
  const isLast = (arms: readonly ArmIR[], arm: ArmIR): boolean => arms.at(-1) === arm;
  for (const { before: was, after: is, isMoved } of alignAlternatives(before, after)) {
    // the last alternative takes nothing away from the others
    if (was === undefined) {
      if (is !== undefined) place.tell('arm-added', undefined, is.name, isLast(after.arms, is) ? {} : EITHER);
      continue;
    }
    if (is === undefined) {
      place.tell('arm-removed', was.name, undefined, isLast(before.arms, was) ? {} : EITHER);
      continue;
    }
    const inside = place.at(`(${was.name})`);
    if (was.name !== is.name) inside.tell('arm-renamed', was.name, is.name);
    if (isMoved) inside.tell('arm-moved', undefined, undefined);
    compareNodes(was.node, is.node, inside);
  }
  compareBoundaries(before.followedBy, after.followedBy, place);
}

export function compareSearches(before: SearchNode, after: SearchNode, place: Place): void {
  const valuesText = ({ parameter, values }: SearchNode): string =>
    `${parameter} of ${values.map((value) => String(constantValue(value))).join(', ')}`;
  place.tellIfOther('search-values', valuesText(before), valuesText(after));
  compareBoundaries(before.followedBy, after.followedBy, place);
  compareNodes(before.node, after.node, place);
}

const EITHER = { backward: ['differently', 'refused'], forward: ['differently', 'refused'] } as const;

function compareBoundaries(
  before: readonly NodeIR[] | undefined,
  after: readonly NodeIR[] | undefined,
  place: Place,
): void {
  if (isSameExpression(before ?? [], after ?? [], place.pair)) return;
  const text = (nodes: readonly NodeIR[] | undefined): string | undefined =>
    nodes && nodes.length > 0 ? nodes.map(describeNode).join(' or ') : undefined;
  place.tell('boundary', text(before), text(after));
}

/** The members of a union's value. */
function membersOf({ tag, value, otherwise }: UnionNode): string {
  return [tag, value, otherwise?.raw, otherwise?.rawTag].filter((name) => name !== undefined).join(', ');
}

const armText = (arm: TaggedArmIR): string => `${arm.name} (${describeTags(tagsOf(arm))})`;

import { checkTag, describe } from '@bytewright/runtime/codec';
import {
  armsFor,
  describeArms,
  describeTags,
  isTriedAmong,
  selectorLabel,
  tagsOf,
} from '../../ir/analysis/arm-tags.js';
import type { ArmCandidate } from '../../ir/analysis/candidates.js';
import { armCandidates } from '../../ir/analysis/candidates.js';
import { describeNode } from '../../ir/describe-node.js';
import type { FirstOfNode, TaggedArmIR, UnionNode } from '../../ir/node.js';
import { choose, failFurthest } from '../alternatives.js';
import type { DecodeContext } from '../decode-context.js';
import type { EncodeContext } from '../encode-context.js';
import { EncodeScope } from '../encode-scope.js';
import { evaluate } from '../evaluate.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import type { UnionMember } from '../union-member.js';
import { unionMember } from '../union-member.js';
import { checkUnionKeys } from '../value-keys.js';
import { handlerOf } from './index.js';
import type { NodeHandler } from './node-handler.js';
import { restsOnPeek } from './optional.js';
import { solve } from './search.js';

export const union: NodeHandler<UnionNode> = {
  decode(node, context, scope) {
    const selector = node.selector && evaluate(node.selector, scope);
    const arms = armsFor(node, selector);
    const chosen = chooseCandidate(node, arms, context.offset, context, scope);
    if (chosen === FAIL) return FAIL;
    if (chosen !== undefined) {
      const { arm } = chosen;
      context.enter(node.value, () => ({ type: describeNode(arm.node) }));
      const outcome = handlerOf(chosen.node).decode(chosen.node, context, scope);
      context.leave(outcome);
      if (outcome === FAIL) return FAIL;
      const kept = arm.rawTag === undefined ? {} : { [arm.rawTag]: selector };
      return { [node.tag]: arm.name, ...kept, [node.value]: outcome };
    }
    if (arms.length > 0 && node.fallback === undefined) {
      const otherwise = arms.length === 1 ? undefined : () => describeArms(arms);
      const choice = { alternatives: candidatesOf(node, arms), followedBy: node.followedBy };
      return failFurthest(choice, node.value, otherwise, context, scope);
    }
    const { otherwise } = node;
    if (otherwise === undefined) {
      return context.fail(
        'unknown-tag',
        context.offset,
        () => `one of ${describeTags(node.arms.flatMap(tagsOf))}`,
        () => `${selectorLabel(node)}${describe(selector)}`,
      );
    }
    context.enter(otherwise.raw, () => ({ type: describeNode(otherwise.node) }));
    const outcome = handlerOf(otherwise.node).decode(otherwise.node, context, scope);
    context.leave(outcome);
    if (outcome === FAIL) return FAIL;
    return {
      [node.tag]: undefined,
      ...(otherwise.rawTag === undefined ? {} : { [otherwise.rawTag]: selector }),
      [otherwise.raw]: outcome,
    };
  },

  size(node, value, context, scope) {
    const arm = armOf(node, value, context, scope);
    context.path.push(arm.member);
    const size = handlerOf(arm.node).size(arm.node, Reflect.get(value as object, arm.member), context, scope);
    context.path.pop();
    return size;
  },

  encode(node, value, context, scope) {
    const found = armOf(node, value, context, scope);
    const { arm, member } = found;
    const inner: unknown = Reflect.get(value as object, member);
    const candidate = arm && solve(arm.node, armCandidates(node, arm), inner, context, scope);
    agree(node, found, candidate, context, scope);
    const { node: taken } = candidate ?? found;
    context.path.push(member);
    handlerOf(taken).encode(taken, inner, context, scope);
    context.path.pop();
  },
};

/** All candidates for some arms, in order. */
const candidatesOf = (node: UnionNode, arms: readonly TaggedArmIR[]): readonly ArmCandidate[] =>
  arms.flatMap((arm) => armCandidates(node, arm));

/** The candidate taken of the arms with the tag; `undefined` if there is none, or none fits. */
function chooseCandidate(
  node: UnionNode,
  arms: readonly TaggedArmIR[],
  offset: number,
  context: DecodeContext,
  scope: Scope,
): Outcome<ArmCandidate | undefined> {
  const alternatives = candidatesOf(node, arms);
  if (!isTriedAmong(node, arms)) return alternatives[0];
  const { followedBy, fallback } = node;
  return choose({ alternatives, followedBy, hasFallback: fallback !== undefined }, offset, context, scope);
}

/**
 * Compares the arm that a value names with the one that a decoder will choose: by the tag immediately if it is known, and on
 * the finished bytes if it is peeked at or arms are tried.
 */
function agree(
  node: UnionNode,
  { arm, tag }: UnionMember,
  candidate: ArmCandidate | undefined,
  context: EncodeContext,
  scope: Scope,
): void {
  const { selector } = node;
  if (selector === undefined) return;
  const { offset } = context;
  // what a decoder chooses for a tag; the raw arm is `undefined` in both
  const isChosen = (found: unknown, context: DecodeContext): boolean => {
    const arms = armsFor(node, found);
    if (arms.length > 0 && node.fallback === undefined && arm === undefined) return false;
    return chooseCandidate(node, arms, offset, context, scope) === candidate;
  };
  if (scope instanceof EncodeScope && restsOnPeek(selector, scope)) {
    context.decide(offset, (context) =>
      scope.onFinished(context, () => isChosen(evaluate(selector, scope), context)),
    );
    return;
  }
  const found = evaluate(selector, scope);
  const arms = armsFor(node, found);
  const isPossible =
    arm === undefined ? arms.length === 0 || node.fallback !== undefined : arms.includes(arm);
  if (!isPossible) {
    const named = arm === undefined ? describe(tag) : describeTags(tagsOf(arm));
    throw context.error('mismatch', `the arm for ${describe(found)}`, `the arm for ${named}`);
  }
  if (isTriedAmong(node, arms)) context.decide(offset, (context) => isChosen(found, context));
}

function armOf(node: UnionNode, value: unknown, context: EncodeContext, scope: Scope): UnionMember {
  const members = membersOf(node, value, context, scope);
  const arm = unionMember(node, members);
  if (arm !== undefined && arm.arm === undefined)
    checkTag(members, node.tag, context.errorOffset, context.here);
  if (arm !== undefined) return arm;
  const expected = describeArms(node.arms, node.otherwise !== undefined);
  throw context.at(node.tag, () =>
    context.error('unknown-tag', expected, describe(Reflect.get(members, node.tag))),
  );
}

/** The members of a union's value; if they are merged into the value of its struct, their keys have been checked. */
export function membersOf(
  node: UnionNode | FirstOfNode,
  value: unknown,
  context: EncodeContext,
  scope: Scope,
): object {
  const isMerged = scope instanceof EncodeScope && scope.struct.flat !== undefined && scope.value === value;
  return isMerged ? scope.value : checkUnionKeys(node, value, context);
}

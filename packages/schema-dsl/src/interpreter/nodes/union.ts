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
import { choose, failFurthest } from '../attempts.js';
import type { Decoding } from '../decoding.js';
import { EncodeScope } from '../encode-scope.js';
import type { Encoding } from '../encoding.js';
import { evaluate } from '../evaluate.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import type { UnionMember } from '../union-member.js';
import { unionMember } from '../union-member.js';
import { checkUnionKeys } from '../value-keys.js';
import { readingOf } from './index.js';
import { restsOnPeek } from './optional.js';
import type { Reading } from './reading.js';
import { solve } from './search.js';

export const union: Reading<UnionNode> = {
  decode(node, decoding, scope) {
    const selector = node.selector && evaluate(node.selector, scope);
    const arms = armsFor(node, selector);
    const chosen = chooseCandidate(node, arms, decoding.offset, decoding, scope);
    if (chosen === FAIL) return FAIL;
    if (chosen !== undefined) {
      const { arm } = chosen;
      decoding.enter(node.value, () => ({ type: describeNode(arm.node) }));
      const outcome = readingOf(chosen.node).decode(chosen.node, decoding, scope);
      decoding.leave(outcome);
      if (outcome === FAIL) return FAIL;
      const kept = arm.rawTag === undefined ? {} : { [arm.rawTag]: selector };
      return { [node.tag]: arm.name, ...kept, [node.value]: outcome };
    }
    if (arms.length > 0 && node.fallback === undefined) {
      const otherwise = arms.length === 1 ? undefined : () => describeArms(arms);
      const choice = { attempts: candidatesOf(node, arms), followedBy: node.followedBy };
      return failFurthest(choice, node.value, otherwise, decoding, scope);
    }
    const { otherwise } = node;
    if (otherwise === undefined) {
      return decoding.fail(
        'unknown-tag',
        decoding.offset,
        () => `one of ${describeTags(node.arms.flatMap(tagsOf))}`,
        () => `${selectorLabel(node)}${describe(selector)}`,
      );
    }
    decoding.enter(otherwise.raw, () => ({ type: describeNode(otherwise.node) }));
    const outcome = readingOf(otherwise.node).decode(otherwise.node, decoding, scope);
    decoding.leave(outcome);
    if (outcome === FAIL) return FAIL;
    return {
      [node.tag]: undefined,
      ...(otherwise.rawTag === undefined ? {} : { [otherwise.rawTag]: selector }),
      [otherwise.raw]: outcome,
    };
  },

  size(node, value, encoding, scope) {
    const arm = armOf(node, value, encoding, scope);
    encoding.path.push(arm.member);
    const size = readingOf(arm.node).size(
      arm.node,
      Reflect.get(value as object, arm.member),
      encoding,
      scope,
    );
    encoding.path.pop();
    return size;
  },

  encode(node, value, encoding, scope) {
    const found = armOf(node, value, encoding, scope);
    const { arm, member } = found;
    const inner: unknown = Reflect.get(value as object, member);
    const candidate = arm && solve(arm.node, armCandidates(node, arm), inner, encoding, scope);
    agree(node, found, candidate, encoding, scope);
    const { node: taken } = candidate ?? found;
    encoding.path.push(member);
    readingOf(taken).encode(taken, inner, encoding, scope);
    encoding.path.pop();
  },
};

/** All that is tried for some arms, in order. */
const candidatesOf = (node: UnionNode, arms: readonly TaggedArmIR[]): readonly ArmCandidate[] =>
  arms.flatMap((arm) => armCandidates(node, arm));

/** What is taken of the arms that have the tag; `undefined` where there is none, or none fits. */
function chooseCandidate(
  node: UnionNode,
  arms: readonly TaggedArmIR[],
  offset: number,
  decoding: Decoding,
  scope: Scope,
): Outcome<ArmCandidate | undefined> {
  const attempts = candidatesOf(node, arms);
  if (!isTriedAmong(node, arms)) return attempts[0];
  const { followedBy, fallback } = node;
  return choose({ attempts, followedBy, hasFallback: fallback !== undefined }, offset, decoding, scope);
}

/**
 * Holds the arm that a value names against what decode will choose by: the tag at once where it is known, and on the
 * finished bytes where it is peeked at or arms are tried.
 */
function agree(
  node: UnionNode,
  { arm, tag }: UnionMember,
  candidate: ArmCandidate | undefined,
  encoding: Encoding,
  scope: Scope,
): void {
  const { selector } = node;
  if (selector === undefined) return;
  const { offset } = encoding;
  // what decode chooses with a tag; the raw arm is `undefined` for both
  const isChosen = (found: unknown, decoding: Decoding): boolean => {
    const arms = armsFor(node, found);
    if (arms.length > 0 && node.fallback === undefined && arm === undefined) return false;
    return chooseCandidate(node, arms, offset, decoding, scope) === candidate;
  };
  if (scope instanceof EncodeScope && restsOnPeek(selector, scope)) {
    encoding.decide(offset, (decoding) =>
      scope.onFinished(decoding, () => isChosen(evaluate(selector, scope), decoding)),
    );
    return;
  }
  const found = evaluate(selector, scope);
  const arms = armsFor(node, found);
  const isPossible =
    arm === undefined ? arms.length === 0 || node.fallback !== undefined : arms.includes(arm);
  if (!isPossible) {
    const named = arm === undefined ? describe(tag) : describeTags(tagsOf(arm));
    throw encoding.error('mismatch', `the arm for ${describe(found)}`, `the arm for ${named}`);
  }
  if (isTriedAmong(node, arms)) encoding.decide(offset, (decoding) => isChosen(found, decoding));
}

function armOf(node: UnionNode, value: unknown, encoding: Encoding, scope: Scope): UnionMember {
  const members = membersOf(node, value, encoding, scope);
  const arm = unionMember(node, members);
  if (arm !== undefined && arm.arm === undefined)
    checkTag(members, node.tag, encoding.errorOffset, encoding.here);
  if (arm !== undefined) return arm;
  const expected = describeArms(node.arms, node.otherwise !== undefined);
  throw encoding.at(node.tag, () =>
    encoding.error('unknown-tag', expected, describe(Reflect.get(members, node.tag))),
  );
}

/** The members of a union's value; where they are merged into that of its struct, their keys have been looked at. */
export function membersOf(
  node: UnionNode | FirstOfNode,
  value: unknown,
  encoding: Encoding,
  scope: Scope,
): object {
  const isMerged = scope instanceof EncodeScope && scope.struct.flat !== undefined && scope.value === value;
  return isMerged ? scope.value : checkUnionKeys(node, value, encoding);
}

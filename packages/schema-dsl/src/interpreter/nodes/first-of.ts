import { describe } from '@bytewright/runtime/codec';
import { describeArms } from '../../ir/analysis/arm-tags.js';
import { describeNode } from '../../ir/describe-node.js';
import type { ArmIR, FirstOfNode } from '../../ir/node.js';
import { choose, failFurthest } from '../alternatives.js';
import type { EncodeContext } from '../encode-context.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { NodeHandler } from './node-handler.js';
import { membersOf } from './union.js';

export const firstOf: NodeHandler<FirstOfNode> = {
  decode(node, context, scope) {
    const choice = { alternatives: node.arms, followedBy: node.followedBy };
    const arm = choose(choice, context.offset, context, scope);
    if (arm === FAIL) return FAIL;
    if (arm === undefined) {
      return failFurthest(choice, node.value, () => describeArms(node.arms), context, scope);
    }
    context.enter(node.value, () => ({ type: describeNode(arm.node) }));
    const outcome = decodeNode(arm.node, context, scope);
    context.leave(outcome);
    return outcome === FAIL ? FAIL : { [node.tag]: arm.name, [node.value]: outcome };
  },
  size(node, value, context, scope) {
    const arm = armOf(node, value, context, scope);
    context.path.push(node.value);
    const size = sizeNode(arm.node, Reflect.get(value as object, node.value), context, scope);
    context.path.pop();
    return size;
  },
  encode(node, value, context, scope) {
    const arm = armOf(node, value, context, scope);
    const { offset } = context;
    const choice = { alternatives: node.arms, followedBy: node.followedBy };
    context.decide(offset, (context) => choose(choice, offset, context, scope) === arm);
    context.path.push(node.value);
    encodeNode(arm.node, Reflect.get(value as object, node.value), context, scope);
    context.path.pop();
  },
};

function armOf(node: FirstOfNode, value: unknown, context: EncodeContext, scope: Scope): ArmIR {
  const name: unknown = Reflect.get(membersOf(node, value, context, scope), node.tag);
  const arm = node.arms.find((candidate) => candidate.name === name);
  if (arm !== undefined) return arm;
  throw context.at(node.tag, () => context.error('unknown-tag', describeArms(node.arms), describe(name)));
}

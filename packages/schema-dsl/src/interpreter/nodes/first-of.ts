import { describe } from '@bytewright/runtime/codec';
import { describeArms } from '../../ir/analysis/arm-tags.js';
import { describeNode } from '../../ir/describe-node.js';
import type { ArmIR, FirstOfNode } from '../../ir/node.js';
import { choose, failFurthest } from '../attempts.js';
import type { Encoding } from '../encoding.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { Reading } from './reading.js';
import { membersOf } from './union.js';

export const firstOf: Reading<FirstOfNode> = {
  decode(node, decoding, scope) {
    const choice = { attempts: node.arms, followedBy: node.followedBy };
    const arm = choose(choice, decoding.offset, decoding, scope);
    if (arm === FAIL) return FAIL;
    if (arm === undefined) {
      return failFurthest(choice, node.value, () => describeArms(node.arms), decoding, scope);
    }
    decoding.enter(node.value, () => ({ type: describeNode(arm.node) }));
    const outcome = decodeNode(arm.node, decoding, scope);
    decoding.leave(outcome);
    return outcome === FAIL ? FAIL : { [node.tag]: arm.name, [node.value]: outcome };
  },
  size(node, value, encoding, scope) {
    const arm = armOf(node, value, encoding, scope);
    encoding.path.push(node.value);
    const size = sizeNode(arm.node, Reflect.get(value as object, node.value), encoding, scope);
    encoding.path.pop();
    return size;
  },
  encode(node, value, encoding, scope) {
    const arm = armOf(node, value, encoding, scope);
    const { offset } = encoding;
    const choice = { attempts: node.arms, followedBy: node.followedBy };
    encoding.decide(offset, (decoding) => choose(choice, offset, decoding, scope) === arm);
    encoding.path.push(node.value);
    encodeNode(arm.node, Reflect.get(value as object, node.value), encoding, scope);
    encoding.path.pop();
  },
};

function armOf(node: FirstOfNode, value: unknown, encoding: Encoding, scope: Scope): ArmIR {
  const name: unknown = Reflect.get(membersOf(node, value, encoding, scope), node.tag);
  const arm = node.arms.find((candidate) => candidate.name === name);
  if (arm !== undefined) return arm;
  throw encoding.at(node.tag, () => encoding.error('unknown-tag', describeArms(node.arms), describe(name)));
}

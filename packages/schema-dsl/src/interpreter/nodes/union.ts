import { checkObject, describe } from '@bytewright/runtime';
import { describeNode } from '../../ir/describe-node.js';
import { constantValue } from '../../ir/expression.js';
import type { UnionNode } from '../../ir/node.js';
import type { Encoding } from '../encoding.js';
import { evaluate } from '../evaluate.js';
import { FAIL } from '../failure.js';
import type { UnionMember } from '../union-member.js';
import { unionMember } from '../union-member.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import { agree } from './optional.js';
import type { Reading } from './reading.js';

export const union: Reading<UnionNode> = {
  decode(node, decoding, scope) {
    const selector = node.selector && evaluate(node.selector, scope);
    const arm = node.arms.find((candidate) => constantValue(candidate.tag) === selector);
    if (arm !== undefined) {
      const outcome = decoding.at(node.value, describeNode(arm.node), false, () =>
        decodeNode(arm.node, decoding, scope),
      );
      return outcome === FAIL ? FAIL : { [node.tag]: arm.name, [node.value]: outcome };
    }
    const { otherwise } = node;
    if (otherwise === undefined) {
      const tags = node.arms.map(({ tag }) => describe(constantValue(tag))).join(', ');
      return decoding.fail(
        'unknown-tag',
        decoding.offset,
        () => `one of ${tags}`,
        () => describe(selector),
      );
    }
    const outcome = decoding.at(otherwise.raw, describeNode(otherwise.node), false, () =>
      decodeNode(otherwise.node, decoding, scope),
    );
    if (outcome === FAIL) return FAIL;
    return {
      [node.tag]: undefined,
      ...(otherwise.rawTag === undefined ? {} : { [otherwise.rawTag]: selector }),
      [otherwise.raw]: outcome,
    };
  },

  size(node, value, encoding, scope) {
    const arm = armOf(node, value, encoding);
    return encoding.at(arm.member, () =>
      sizeNode(arm.node, Reflect.get(value as object, arm.member), encoding, scope),
    );
  },

  encode(node, value, encoding, scope) {
    const arm = armOf(node, value, encoding);
    if (node.selector !== undefined) {
      const known = node.arms.map(({ tag }) => constantValue(tag));
      const matches = (tag: unknown): boolean =>
        arm.isRaw ? !known.includes(tag as never) : tag === arm.tag;
      agree(node.selector, arm.tag, encoding, scope, (tag) => `the arm for ${describe(tag)}`, matches);
    }
    encoding.at(arm.member, () =>
      encodeNode(arm.node, Reflect.get(value as object, arm.member), encoding, scope),
    );
  },
};

function armOf(node: UnionNode, value: unknown, encoding: Encoding): UnionMember {
  const members = checkObject(value, encoding.errorOffset, encoding.here);
  const arm = unionMember(node, members);
  if (arm !== undefined) return arm;
  const names = [
    ...node.arms.map(({ name }) => JSON.stringify(name)),
    ...(node.otherwise ? ['undefined'] : []),
  ].join(', ');
  throw encoding.at(node.tag, () =>
    encoding.error('unknown-tag', `one of ${names}`, describe(Reflect.get(members, node.tag))),
  );
}

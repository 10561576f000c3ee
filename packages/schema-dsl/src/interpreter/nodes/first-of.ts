import { checkObject, describe } from '@bytewright/runtime';
import { bytePatterns, matchesPatterns } from '../../ir/analysis/byte-patterns.js';
import { describeNode } from '../../ir/describe-node.js';
import type { ArmIR, FirstOfNode } from '../../ir/node.js';
import type { Decoding } from '../decoding.js';
import type { Encoding } from '../encoding.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import { parses } from './lookahead.js';
import type { Reading } from './reading.js';

export const firstOf: Reading<FirstOfNode> = {
  decode(node, decoding, scope) {
    const arm = chooseArm(node, decoding.offset, decoding, scope);
    if (arm === undefined) {
      const names = node.arms.map(({ name }) => name).join(', ');
      return decoding.fail(
        'no-arm',
        decoding.offset,
        () => `one of ${names}`,
        () => 'bytes that none of them parses',
      );
    }
    const outcome = decoding.at(node.value, describeNode(arm.node), false, () =>
      decodeNode(arm.node, decoding, scope),
    );
    return outcome === FAIL ? FAIL : { [node.tag]: arm.name, [node.value]: outcome };
  },
  size(node, value, encoding, scope) {
    const arm = armOf(node, value, encoding);
    return encoding.at(node.value, () =>
      sizeNode(arm.node, Reflect.get(value as object, node.value), encoding, scope),
    );
  },
  encode(node, value, encoding, scope) {
    const arm = armOf(node, value, encoding);
    const { offset } = encoding;
    encoding.decide(offset, (decoding) => chooseArm(node, offset, decoding, scope) === arm);
    encoding.at(node.value, () =>
      encodeNode(arm.node, Reflect.get(value as object, node.value), encoding, scope),
    );
  },
};

/** The first arm that parses and is followed as demanded; a later demand is tried only where no arm meets the earlier ones. */
function chooseArm(node: FirstOfNode, offset: number, decoding: Decoding, scope: Scope): ArmIR | undefined {
  const demands = node.followedBy.length === 0 ? [undefined] : node.followedBy;
  for (const demand of demands) {
    for (const arm of node.arms) {
      const patterns = bytePatterns(arm.node, decoding.structs);
      if (!matchesPatterns(patterns, decoding.bytes, offset, decoding.end)) continue;
      const fits = decoding.ahead(offset, () => {
        if (decodeNode(arm.node, decoding, scope) === FAIL) return false;
        return demand === undefined || parses(demand, decoding.offset, decoding, scope);
      });
      if (fits) return arm;
    }
  }
  return undefined;
}

function armOf(node: FirstOfNode, value: unknown, encoding: Encoding): ArmIR {
  const name: unknown = Reflect.get(checkObject(value, encoding.errorOffset, encoding.here), node.tag);
  const arm = node.arms.find((candidate) => candidate.name === name);
  if (arm !== undefined) return arm;
  const names = node.arms.map((candidate) => JSON.stringify(candidate.name)).join(', ');
  throw encoding.at(node.tag, () => encoding.error('unknown-tag', `one of ${names}`, describe(name)));
}

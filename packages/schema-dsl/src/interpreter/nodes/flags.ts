import { checkBoolean, checkUnknownBits, describe } from '@bytewright/runtime/codec';
import { numberBounds } from '../../ir/analysis/size-bounds.js';
import type { FlagsNode } from '../../ir/nodes/flags.js';
import { flagsText, knownBits, UNKNOWN_BITS, unknownBits } from '../../ir/nodes/flags.js';
import { numericTraits } from '../../ir/nodes/numeric.js';
import type { Encoding } from '../encoding.js';
import { FAIL } from '../failure.js';
import { checkFlagKeys } from '../value-keys.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { Reading } from './reading.js';

export const flags: Reading<FlagsNode> = {
  decode(node, decoding, scope) {
    const { offset } = decoding;
    const found = decodeNode(node.node, decoding, scope);
    if (found === FAIL) return FAIL;
    const bits = BigInt(found as number | bigint); // an integer's value
    const unknown = bits & unknownBits(node);
    if (node.strict && unknown !== 0n)
      return decoding.fail(
        'invalid-value',
        offset,
        () => flagsText(node),
        () => describe(found),
      );
    const value: Record<string, unknown> = {};
    for (const { name, bit } of node.flags) value[name] = ((bits >> BigInt(bit)) & 1n) === 1n;
    if (!node.strict) value[UNKNOWN_BITS] = typeof found === 'bigint' ? unknown : Number(unknown);
    return value;
  },
  size(node, value, encoding, scope) {
    const { min, max } = numberBounds(node.node);
    return min === max ? min : sizeNode(node.node, numberOfFlags(node, value, encoding), encoding, scope);
  },
  encode(node, value, encoding, scope) {
    encodeNode(node.node, numberOfFlags(node, value, encoding), encoding, scope);
  },
};

/** The integer that a flag set is written as. @throws EncodeError where a member is not what it must be */
export function numberOfFlags(node: FlagsNode, value: unknown, encoding: Encoding): number | bigint {
  const { errorOffset } = encoding;
  const members = checkFlagKeys(node, value, encoding);
  const { bigint, max, label } = numericTraits(node.node);
  let bits = 0n;
  if (!node.strict)
    encoding.at(UNKNOWN_BITS, () => {
      const unknown: unknown = Reflect.get(members, UNKNOWN_BITS);
      const known = knownBits(node);
      const checked = bigint
        ? checkUnknownBits(unknown, known, max, errorOffset, encoding.here, label)
        : checkUnknownBits(unknown, Number(known), Number(max), errorOffset, encoding.here, label);
      bits = BigInt(checked);
    });
  for (const { name, bit } of node.flags)
    encoding.at(name, () => {
      if (checkBoolean(Reflect.get(members, name), errorOffset, encoding.here)) bits |= 1n << BigInt(bit);
    });
  return bigint ? bits : Number(bits);
}

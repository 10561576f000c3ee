import { checkBoolean, checkUnknownBits, describe } from '@bytewright/runtime/codec';
import { numberBounds } from '../../ir/analysis/size-bounds.js';
import type { FlagsNode } from '../../ir/nodes/flags.js';
import { flagsText, knownBits, UNKNOWN_BITS, unknownBits } from '../../ir/nodes/flags.js';
import { numericTraits } from '../../ir/nodes/numeric.js';
import type { EncodeContext } from '../encode-context.js';
import { FAIL } from '../failure.js';
import { checkFlagKeys } from '../value-keys.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { NodeHandler } from './node-handler.js';

export const flags: NodeHandler<FlagsNode> = {
  decode(node, context, scope) {
    const { offset } = context;
    const found = decodeNode(node.node, context, scope);
    if (found === FAIL) return FAIL;
    const bits = BigInt(found as number | bigint); // an integer's value
    const unknown = bits & unknownBits(node);
    if (node.strict && unknown !== 0n)
      return context.fail(
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
  size(node, value, context, scope) {
    const { min, max } = numberBounds(node.node);
    return min === max ? min : sizeNode(node.node, numberOfFlags(node, value, context), context, scope);
  },
  encode(node, value, context, scope) {
    encodeNode(node.node, numberOfFlags(node, value, context), context, scope);
  },
};

/** The integer that a flag set is encoded as. @throws EncodeError if a member has the wrong type */
export function numberOfFlags(node: FlagsNode, value: unknown, context: EncodeContext): number | bigint {
  const { errorOffset } = context;
  const members = checkFlagKeys(node, value, context);
  const { bigint, max, label } = numericTraits(node.node);
  let bits = 0n;
  if (!node.strict)
    context.at(UNKNOWN_BITS, () => {
      const unknown: unknown = Reflect.get(members, UNKNOWN_BITS);
      const known = knownBits(node);
      const checked = bigint
        ? checkUnknownBits(unknown, known, max, errorOffset, context.here, label)
        : checkUnknownBits(unknown, Number(known), Number(max), errorOffset, context.here, label);
      bits = BigInt(checked);
    });
  for (const { name, bit } of node.flags)
    context.at(name, () => {
      if (checkBoolean(Reflect.get(members, name), errorOffset, context.here)) bits |= 1n << BigInt(bit);
    });
  return bigint ? bits : Number(bits);
}

import { describe, noMember } from '@bytewright/runtime/codec';
import { numberBounds } from '../../ir/analysis/size-bounds.js';
import type { EnumerationNode } from '../../ir/nodes/enumeration.js';
import { isMember, membersText, memberWithValue, valueOfMember } from '../../ir/nodes/enumeration.js';
import { FAIL } from '../failure.js';
import { leadingBytes } from './bits.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { Reading } from './reading.js';

export const enumeration: Reading<EnumerationNode> = {
  decode(node, decoding, scope) {
    const offset = decoding.offset + leadingBytes(node);
    const found = decodeNode(node.node, decoding, scope);
    if (found === FAIL) return FAIL;
    const member = memberWithValue(node, found);
    if (member !== undefined) return member.name;
    if (node.open) return found;
    return decoding.fail(
      'invalid-value',
      offset,
      () => membersText(node),
      () => describe(found),
    );
  },
  size(node, value, encoding, scope) {
    const { min, max } = numberBounds(node.node);
    if (min === max) return min;
    return sizeNode(node.node, numberOf(node, value, encoding.errorOffset, encoding.here), encoding, scope);
  },
  encode(node, value, encoding, scope) {
    const offset = encoding.offset + leadingBytes(node);
    encodeNode(node.node, numberOf(node, value, offset, encoding.here), encoding, scope);
  },
};

/**
 * The number that a value of an enumeration is written as.
 *
 * @throws EncodeError where it is neither a name nor, in an open one, a number without a name; its range is not looked at.
 */
export function numberOf(
  node: EnumerationNode,
  value: unknown,
  offset: number | undefined,
  path: string,
): unknown {
  if (!isMember(node, value)) throw noMember(value, membersText(node), offset, path);
  return typeof value === 'string' ? valueOfMember(node, value) : value;
}

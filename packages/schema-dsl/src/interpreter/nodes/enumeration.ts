import { describe, noMember } from '@bytewright/runtime/codec';
import { numberBounds } from '../../ir/analysis/size-bounds.js';
import type { EnumerationNode } from '../../ir/nodes/enumeration.js';
import { isMember, membersText, memberWithValue, valueOfMember } from '../../ir/nodes/enumeration.js';
import { FAIL } from '../failure.js';
import { leadingBytes } from './bits.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { NodeHandler } from './node-handler.js';

export const enumeration: NodeHandler<EnumerationNode> = {
  decode(node, context, scope) {
    const offset = context.offset + leadingBytes(node);
    const found = decodeNode(node.node, context, scope);
    if (found === FAIL) return FAIL;
    const member = memberWithValue(node, found);
    if (member !== undefined) return member.name;
    if (node.open) return found;
    return context.fail(
      'invalid-value',
      offset,
      () => membersText(node),
      () => describe(found),
    );
  },
  size(node, value, context, scope) {
    const { min, max } = numberBounds(node.node);
    if (min === max) return min;
    return sizeNode(node.node, numberOf(node, value, context.errorOffset, context.here), context, scope);
  },
  encode(node, value, context, scope) {
    const offset = context.offset + leadingBytes(node);
    encodeNode(node.node, numberOf(node, value, offset, context.here), context, scope);
  },
};

/**
 * The number that a value of an enumeration is encoded as.
 *
 * @throws EncodeError if it is neither a name nor, in an open enumeration, a number without a name; the range is not checked
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

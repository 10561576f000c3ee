import { integerTraits } from '../ir/nodes/integer.js';
import type { Node } from './node.js';
import { makeNode } from './node.js';

/**
 * A wide integer as a `number`: for sizes and offsets that no file exceeds. What a number cannot hold exactly (beyond
 * ±(2⁵³ - 1)) is refused in both directions, never rounded.
 *
 * @example `asNumber(u64be)` reads 5 from `00 00 00 00 00 00 00 05`; eight bytes `ff` are `invalid-value`
 */
export function asNumber(node: Node<bigint>): Node<number> {
  const { definition } = node;
  if (definition.kind !== 'integer' || !integerTraits(definition).isWide)
    throw new TypeError('asNumber() takes an integer of more than 48 bits, such as u64be');
  return makeNode({ ...definition, asNumber: true });
}

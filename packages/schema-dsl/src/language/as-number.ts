import { CallError } from '../ir/call-error.js';
import { integerTraits } from '../ir/nodes/integer.js';
import { describeDefinition } from './describe-argument.js';
import type { Node } from './node.js';
import { redefined } from './undocumented.js';

/**
 * Decodes a wide integer as a `number`: for sizes and offsets that no file exceeds. A value that a number cannot hold
 * exactly (beyond ±(2⁵³ - 1)) is rejected in both directions, never rounded.
 *
 * @example `asNumber(u64be)` reads 5 from `00 00 00 00 00 00 00 05`; eight bytes `ff` are `invalid-value`
 */
export function asNumber(node: Node<bigint>): Node<number> {
  return redefined(node, (definition) => {
    if (definition.kind !== 'integer' || !integerTraits(definition).isWide)
      throw new CallError(
        'misplaced-construct',
        'asNumber()',
        `expected an integer of more than 48 bits, such as u64be, found ${describeDefinition(definition)}; omit asNumber(), as smaller integers already decode as numbers`,
      );
    return { ...definition, asNumber: true };
  });
}

import type { NodeIR } from '../../ir/node.js';
import { membersText } from '../../ir/nodes/enumeration.js';
import { UNKNOWN_BITS } from '../../ir/nodes/flags.js';
import { plainNode } from './plain-node.js';

/**
 * The documented range of a field, if a value is outside it but can still be encoded: a number that is not a member of the
 * enumeration, bits without a name, a byte other than 0 and 1 for a boolean.
 *
 * @param before the previous value of the field, which may stay
 * @returns `undefined` for a value within the range, and for fields without a documented range
 * @example for an enumeration of 0 and 2 in a byte, the number 7 gives `one of grey, rgb`
 */
export function rangeBroken(node: NodeIR, after: unknown, before: unknown): string | undefined {
  if (after === undefined || Object.is(after, before)) return undefined;
  const plain = plainNode(node);
  switch (plain.kind) {
    case 'enumeration':
      return typeof after === 'string' ? undefined : membersText(plain);
    case 'boolean':
      return typeof after === 'boolean' ? undefined : 'true or false';
    case 'flags': {
      const added = unknownBits(after) & ~unknownBits(before);
      return added === 0n ? undefined : `only bits of ${plain.flags.map(({ name }) => name).join(', ')}`;
    }
    case 'list':
      if (!Array.isArray(after)) return undefined;
      return after
        .map((one: unknown, i) =>
          rangeBroken(plain.element, one, Array.isArray(before) ? before[i] : undefined),
        )
        .find((range) => range !== undefined);
    default:
      return undefined;
  }
}

function unknownBits(flags: unknown): bigint {
  const bits = typeof flags === 'object' && flags !== null ? Reflect.get(flags, UNKNOWN_BITS) : 0;
  return typeof bits === 'number' || typeof bits === 'bigint' ? BigInt(bits) : 0n;
}

import type { NodeIR } from '../../ir/node.js';
import { membersText } from '../../ir/nodes/enumeration.js';
import { UNKNOWN_BITS } from '../../ir/nodes/flags.js';
import { plainNode } from './plain-node.js';

/**
 * What a field may hold by its documentation, where a value is something else that its bytes can hold: a number that is none of
 * an enumeration's members, bits without a name, a byte for a truth value that is neither 0 nor 1.
 *
 * @param before what the field held: what is there already may stay
 * @returns `undefined` for a value within the range, and for fields of which none is known
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
      return added === 0n
        ? undefined
        : `no bits but those of ${plain.flags.map(({ name }) => name).join(', ')}`;
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

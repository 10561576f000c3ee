import { CallError } from '../ir/call-error.js';
import type { BitOrder } from './bit-order.js';
import { describeArgument } from './describe-argument.js';
import type { Node } from './node.js';
import { requireNode } from './require-node.js';
import type { Fields, Struct } from './struct.js';
import { structOfBits } from './struct.js';

const USAGE = "bits('Mode', u16le, { … }, msb0)";

/**
 * A struct whose fields are the bits of one word. The order says from which end of the word the fields are cut,
 * independently of the word's byte order: `msb0` from the most significant bit, `lsb0` from the least. The fields take
 * all bits of the word; declare reserved bits as `literal(ubits(3), 0)`, or as plain `ubits(3)` if they may be set.
 *
 * It is a struct in every respect: it can be a field, a list element, an arm, or part of a path such as
 * `$.flags.$.extra`.
 *
 * @example
 * bits('Mode', u16le, { kind: ubits(4), rest: ubits(12) }, lsb0)
 * // 34 12 is the word 0x1234: { kind: 4, rest: 0x123 }
 * bits('Mode', u16le, { kind: ubits(4), rest: ubits(12) }, msb0)
 * // 34 12 is { kind: 1, rest: 0x234 }
 */
export function bits<F extends Fields>(
  name: string,
  word: Node<number> | Node<bigint>,
  fields: F,
  order: BitOrder,
): Struct<F> {
  const call = typeof name === 'string' ? `bits(${name})` : 'bits()';
  requireNode(word, call, USAGE);
  if (order?.order !== 'msb0' && order?.order !== 'lsb0')
    throw new CallError(
      'missing-bit-order',
      call,
      `expected the bit order, msb0 or lsb0, as the last argument, found ${describeArgument(order)}; write ${USAGE}`,
    );
  return structOfBits(name, fields, { node: word, order: order.order });
}

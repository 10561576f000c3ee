import { CallError } from '../ir/call-error.js';
import { toConstant } from '../ir/expression.js';
import { describeArgument } from './describe-argument.js';
import type { Hidden, Node } from './node.js';
import { makeNode } from './node.js';
import { requireNode } from './require-node.js';
import { undocumented } from './undocumented.js';

/**
 * A constant that is on the wire but not in the value. Other bytes are `wrong-constant`.
 *
 * Bytes may be given as hexadecimal digits.
 *
 * @example `literal(u32be, 0x5145564d)` is `51 45 56 4d`
 * @example `literal(bytes(2), 'cafe')` is `ca fe`
 */
export function literal(node: Node<Uint8Array>, value: string | Uint8Array): Hidden<Uint8Array>;
export function literal<const T extends number | bigint | boolean | string>(
  node: Node<Widened<T>>,
  value: T,
): Hidden<T>;
export function literal(
  node: Node<unknown>,
  value: number | bigint | boolean | string | Uint8Array,
): Hidden<unknown> {
  requireNode(node, 'literal()', 'literal(node, value), such as literal(u8, 0)');
  const isBytes = undocumented(node.definition).kind === 'bytes';
  if (isBytes && typeof value === 'string' && !/^([0-9a-f]{2})*$/i.test(value)) {
    throw new CallError(
      'wrong-literal',
      'literal(bytes())',
      `expected bytes as pairs of hexadecimal digits, such as 'cafe', found ${describeArgument(value)}; write literal(string(), 'text') for text`,
    );
  }
  const constant = isBytes && typeof value === 'string' ? { hex: value.toLowerCase() } : toConstant(value);
  return makeNode({ kind: 'literal', node, value: constant });
}

/** The value type of the node that a constant of type `T` belongs to. */
export type Widened<T> = T extends number
  ? number
  : T extends bigint
    ? bigint
    : T extends boolean
      ? boolean
      : T extends string
        ? string
        : never;

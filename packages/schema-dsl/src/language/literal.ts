import { toConstant } from '../ir/expression.js';
import type { Hidden, Node } from './node.js';
import { makeNode } from './node.js';

/**
 * A constant that is on the wire and in nobody's value. Another value there is `wrong-constant`.
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
  const isBytes = node.definition.kind === 'bytes';
  if (isBytes && typeof value === 'string' && !/^([0-9a-f]{2})*$/i.test(value)) {
    throw new TypeError(
      `literal(): bytes are given as pairs of hexadecimal digits, not ${JSON.stringify(value)}`,
    );
  }
  const constant = isBytes && typeof value === 'string' ? { hex: value.toLowerCase() } : toConstant(value);
  return makeNode({ kind: 'literal', node, value: constant });
}

/** The node value type that a constant of type `T` belongs to. */
export type Widened<T> = T extends number
  ? number
  : T extends bigint
    ? bigint
    : T extends boolean
      ? boolean
      : T extends string
        ? string
        : never;

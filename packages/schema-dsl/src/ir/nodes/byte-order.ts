import type { Expression } from '../expression.js';

/** Which byte of a number comes first: the most or the least significant one. */
export type ByteOrder = 'big' | 'little';

/** The values that the parameter `endianness` can have. */
export const BYTE_ORDERS: readonly ByteOrder[] = ['little', 'big'];

/** The parameter that number types without a byte order of their own take it from. */
export const ENDIANNESS: Expression & { readonly op: 'parameter' } = {
  op: 'parameter',
  name: 'endianness',
  type: 'string',
  values: BYTE_ORDERS,
};

/** The byte order that a type's name ends in; `undefined` where it is inherited. */
export function byteOrderOfType(type: string): ByteOrder | undefined {
  return type.endsWith('be') ? 'big' : type.endsWith('le') ? 'little' : undefined;
}

import type { Expression } from '../expression.js';

/** Which byte of a number comes first: the most or the least significant one. */
export type ByteOrder = 'big' | 'little';

/** The values that the parameter `endianness` can have. */
export const BYTE_ORDERS: readonly ByteOrder[] = ['little', 'big'];

/** The parameter that gives the byte order of number types that do not specify one. */
export const ENDIANNESS: Expression & { readonly op: 'parameter' } = {
  op: 'parameter',
  name: 'endianness',
  type: 'string',
  values: BYTE_ORDERS,
};

/** The byte order in a type's name; `undefined` if it is inherited. */
export function byteOrderOfType(type: string): ByteOrder | undefined {
  return type.endsWith('be') ? 'big' : type.endsWith('le') ? 'little' : undefined;
}

import type { ByteOrder } from '../ir/nodes/byte-order.js';
import { ENDIANNESS } from '../ir/nodes/byte-order.js';
import { evaluate } from './evaluate.js';
import type { Scope } from './scope.js';

/** Whether a number is little-endian: according to its type, or to the parameter `endianness`. */
export function isLittleEndian(
  { byteOrder }: { readonly byteOrder: ByteOrder | undefined },
  scope: Scope,
): boolean {
  return (byteOrder ?? evaluate(ENDIANNESS, scope)) === 'little';
}

import type { ByteOrder } from '../ir/nodes/byte-order.js';
import { ENDIANNESS } from '../ir/nodes/byte-order.js';
import { evaluate } from './evaluate.js';
import type { Scope } from './scope.js';

/** Whether a number has its least significant byte first: as its type says, or as the parameter `endianness` does. */
export function isLittleEndian(
  { byteOrder }: { readonly byteOrder: ByteOrder | undefined },
  scope: Scope,
): boolean {
  return (byteOrder ?? evaluate(ENDIANNESS, scope)) === 'little';
}

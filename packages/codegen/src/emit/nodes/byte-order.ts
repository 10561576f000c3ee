import type { ByteOrder } from '@bytewright/schema-dsl/ir';
import { ENDIANNESS } from '@bytewright/schema-dsl/ir';
import type { FunctionEmitter } from '../emitter.js';
import { emitExpression } from '../expressions/emit-expression.js';
import { quote } from '../names.js';

/** An expression for whether a number has its least significant byte first; `true` and `false` where that is known. */
export function littleEndianArgument(byteOrder: ByteOrder | undefined, emitter: FunctionEmitter): string {
  const order = byteOrder === undefined ? emitExpression(ENDIANNESS, emitter) : quote(byteOrder);
  if (order === "'little'") return 'true';
  if (order === "'big'") return 'false';
  return /^[\w.]+$/.test(order) ? `${order} === 'little'` : `(${order}) === 'little'`;
}

import type { FieldIR } from '@bytewright/schema-dsl/ir';
import type { FunctionEmitter } from '../emitter.js';
import { emitExpression } from '../expressions/emit-expression.js';

/** The value that is written for a field: a member, what a derived field follows from, or nothing at all. */
export function encodedValue(field: FieldIR, emitter: FunctionEmitter): string {
  switch (field.visibility) {
    case 'value':
      return emitter.struct.flat === field.name ? 'value' : `value.${field.name}`;
    case 'derived':
      return field.encode === undefined ? '' : emitExpression(field.encode, emitter);
    default:
      return '';
  }
}

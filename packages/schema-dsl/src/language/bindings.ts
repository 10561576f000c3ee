import { describe } from '@bytewright/runtime/codec';
import { CallError } from '../ir/call-error.js';
import type { BindingIR } from '../ir/expression.js';
import { printable } from '../ir/printable.js';

/**
 * What `.with()` was given, as data.
 *
 * @throws SchemaError where something is not a binding, such as the parameter without a value
 */
export function toBindings(bindings: readonly unknown[]): readonly BindingIR[] {
  return bindings.map((one) => {
    if (typeof one === 'object' && one !== null) {
      if ('binding' in one) return one.binding as BindingIR; // which only of() makes
      if ('parameter' in one && typeof one.parameter === 'string')
        throw new CallError(
          'wrong-binding',
          'with()',
          `expected a parameter and its value, found the parameter ${one.parameter} alone; write ${one.parameter}.of(value)`,
        );
    }
    throw new CallError(
      'wrong-binding',
      'with()',
      `expected a parameter and its value, found ${printable(describe(one))}; write such as size.of($.size)`,
    );
  });
}

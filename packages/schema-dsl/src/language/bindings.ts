import { describe } from '@bytewright/runtime/codec';
import { CallError } from '../ir/call-error.js';
import type { BindingIR } from '../ir/expression.js';
import { printable } from '../ir/printable.js';

/**
 * The arguments of `.with()` as data.
 *
 * @throws SchemaError if an argument is not a binding, such as a parameter without a value
 */
export function toBindings(bindings: readonly unknown[]): readonly BindingIR[] {
  return bindings.map((one) => {
    if (typeof one === 'object' && one !== null) {
      if ('binding' in one) return one.binding as BindingIR; // only of() makes these
      if ('parameter' in one && typeof one.parameter === 'string')
        throw new CallError(
          'wrong-binding',
          'with()',
          `expected a parameter with its value, found the bare parameter ${one.parameter}; write ${one.parameter}.of(value)`,
        );
    }
    throw new CallError(
      'wrong-binding',
      'with()',
      `expected a parameter with its value, found ${printable(describe(one))}; write, for example, size.of($.size)`,
    );
  });
}

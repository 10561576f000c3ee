import { normalizeZero } from '@bytewright/runtime/codec';
import type { BindingIR } from '../ir/expression.js';
import { evaluate } from './evaluate.js';
import type { Scope } from './scope.js';

/** The scope below `bindings`; their values are computed immediately. No parameter is -0 or absent. */
export function bindParameters(scope: Scope, bindings: readonly BindingIR[]): Scope {
  const environment = new Map(scope.environment);
  for (const { parameter, value } of bindings) {
    const bound = evaluate(value, scope) ?? Number.NaN; // only numbers may be absent
    environment.set(parameter, normalizeZero(bound as number)); // other types are unchanged
  }
  return scope.bind(environment);
}

import type { ConstantValue } from '../expression.js';
import { constantValue } from '../expression.js';
import type { SchemaIR } from '../schema.js';
import { structNamed } from './struct-named.js';
import { freeParameters } from './with-parameters.js';

/** The parameters that nothing binds above a root, with their defaults. */
export function rootParameters({ root, structs }: SchemaIR): ReadonlyMap<string, ConstantValue> {
  const free = freeParameters(root, (name) => structNamed(name, structs).parameters);
  return new Map(
    free.flatMap(({ name, default: preset }) =>
      preset === undefined ? [] : [[name, constantValue(preset)] as const],
    ),
  );
}

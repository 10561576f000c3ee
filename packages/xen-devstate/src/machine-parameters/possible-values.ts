import type { Parameter } from '@bytewright/schema-dsl';
import { constantValue } from '@bytewright/schema-dsl/ir';
import { MACHINE_PARAMETERS } from './machine-parameters.js';

/** The machine parameter with a name. @throws TypeError if there is none */
export function parameterNamed(name: string): Parameter<unknown> {
  const known = MACHINE_PARAMETERS.get(name);
  if (known === undefined) throw new TypeError(`There is no machine parameter ${name}`);
  return known.parameter;
}

/**
 * The possible values of a machine parameter, the most common first.
 *
 * @example `possibleValues('pciConfigSize')` is `[256, 4096]`
 */
export function possibleValues(name: string): readonly unknown[] {
  const { expression } = parameterNamed(name);
  return expression.op === 'parameter' ? (expression.candidates ?? []).map(constantValue) : [];
}

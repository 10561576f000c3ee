import type { Parameter } from '@bytewright/schema-dsl';
import { constantValue } from '@bytewright/schema-dsl/ir';
import * as facts from './facts.js';

/** The parameter that is a fact of a machine, by its name. @throws TypeError where there is no such fact */
export function factNamed(name: string): Parameter<unknown> {
  if (!Object.hasOwn(facts, name)) throw new TypeError(`There is no fact ${name}`);
  return Reflect.get(facts, name) as Parameter<unknown>; // all that the module exports are parameters
}

/**
 * What a fact may be, the commonest first.
 *
 * @example `factValues('pciConfigSize')` is `[256, 4096]`
 */
export function factValues(name: string): readonly unknown[] {
  const { expression } = factNamed(name);
  return expression.op === 'parameter' ? (expression.candidates ?? []).map(constantValue) : [];
}

import type { SchemaIR, StructIR } from '../schema.js';

/**
 * A struct of a schema by its name.
 *
 * @throws TypeError if it does not exist: every struct that is referred to has been entered
 */
export function structNamed(name: string, structs: SchemaIR['structs']): StructIR {
  const found = structs[name];
  if (found === undefined) throw new TypeError(`No struct ${name} in this schema`);
  return found;
}

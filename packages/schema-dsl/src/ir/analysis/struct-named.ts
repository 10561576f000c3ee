import type { SchemaIR, StructIR } from '../schema.js';

/**
 * A struct of a schema by its name.
 *
 * @throws TypeError where there is none: whoever refers to a struct has entered it
 */
export function structNamed(name: string, structs: SchemaIR['structs']): StructIR {
  const found = structs[name];
  if (found === undefined) throw new TypeError(`No struct ${name} in this schema`);
  return found;
}

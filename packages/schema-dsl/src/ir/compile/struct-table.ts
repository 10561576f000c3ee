import type { StructDefinition } from '../../language/definition.js';
import type { StructIR } from '../schema.js';
import { SchemaError } from '../schema-error.js';
import { lowerStruct } from './lower-struct.js';

/** Collects the structs of a schema by name. A struct is entered before its fields are read, so it may contain itself. */
export class StructTable {
  readonly #entries = new Map<string, { readonly definition: StructDefinition; ir: StructIR | undefined }>();

  /** Enters a struct, if it is new, and returns its name. Two different structs of one name are an error. */
  add(definition: StructDefinition, path: string): string {
    const known = this.#entries.get(definition.name);
    if (known === undefined) {
      const entry = { definition, ir: undefined as StructIR | undefined };
      this.#entries.set(definition.name, entry);
      entry.ir = lowerStruct(definition, this);
    } else if (known.definition !== definition) {
      throw new SchemaError(
        'duplicate-struct',
        path,
        `two different structs are called ${definition.name}; a name is a type's name, so give one of them another`,
      );
    }
    return definition.name;
  }

  /** All structs, in order of first use. */
  finish(): Record<string, StructIR> {
    const structs: Record<string, StructIR> = {};
    for (const [name, { ir }] of this.#entries) if (ir !== undefined) structs[name] = ir;
    return structs;
  }
}

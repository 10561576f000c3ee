import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { StructDefinition } from '../language/definition.js';
import type { Faults } from './faults.js';
import { lowerStruct } from './lower-struct.js';

/** Collects the structs of a schema by name. A struct is entered before its fields are read, so that it may contain itself. */
export class StructTable {
  readonly #entries = new Map<string, { readonly definition: StructDefinition; ir: StructIR | undefined }>();
  readonly faults: Faults;

  constructor(faults: Faults) {
    this.faults = faults;
  }

  /** Enters a struct if it is new, and returns its name. Two different structs with the same name are an error. */
  add(definition: StructDefinition, path: string): string {
    const known = this.#entries.get(definition.name);
    if (known === undefined) {
      const entry = { definition, ir: undefined as StructIR | undefined };
      this.#entries.set(definition.name, entry);
      entry.ir = this.faults.ignoring(new Set(), () => lowerStruct(definition, this));
    } else if (known.definition !== definition) {
      throw new SchemaError(
        'duplicate-struct',
        path,
        `two different structs are called ${definition.name}; rename one, as each struct becomes a type of that name`,
      );
    }
    return definition.name;
  }

  /** All structs, in order of first use. A faulty one has no fields here. */
  finish(): SchemaIR['structs'] {
    const structs: Record<string, StructIR> = {};
    for (const [name, { ir }] of this.#entries) structs[name] = ir ?? emptyStruct(name);
    return structs;
  }

  /** The structs that could not be lowered. */
  faulty(): ReadonlySet<string> {
    return new Set([...this.#entries].flatMap(([name, { ir }]) => (ir === undefined ? [name] : [])));
  }
}

/** Stands in for a faulty struct. */
function emptyStruct(name: string): StructIR {
  return {
    name,
    doc: undefined,
    fields: [],
    checks: [],
    flat: undefined,
    parameters: [],
    recursive: false,
  };
}

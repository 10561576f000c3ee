import { holdsValue } from '../ir/analysis/holds-value.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/** A derived field is determined by a relation or holds a checksum, unless it holds no value at all. */
export function checkDetermined(struct: StructIR, { structs }: SchemaIR, faults: Faults): void {
  const checksums = new Set(struct.checksums?.map(({ field }) => field));
  faults.each(struct.fields, ({ name, node, visibility, encode }) => {
    if (visibility !== 'derived' || encode !== undefined || checksums.has(name)) return;
    if (holdsValue(node, structs)) {
      throw new SchemaError(
        'undetermined-field',
        `${struct.name}.${name}`,
        `is derived, but nothing determines it; write $.${name}.is(…) in where()`,
      );
    }
  });
}

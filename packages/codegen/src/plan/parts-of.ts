import type { StructIR } from '@bytewright/schema-dsl/ir';
import { structsIn, virtualHeaders } from '@bytewright/schema-dsl/ir';

/** Names of the structs that are said in a struct, not those that are said in these. */
export function partsOf(struct: StructIR): ReadonlySet<string> {
  return new Set([
    ...struct.fields.flatMap((field) => structsIn(field.node)),
    ...virtualHeaders(struct).map((header) => header.struct),
  ]);
}

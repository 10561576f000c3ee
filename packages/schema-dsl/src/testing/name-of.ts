import type { SchemaIR } from '../ir/schema.js';

/** What people call a schema. */
export function nameOf({ root }: SchemaIR): string {
  return root.kind === 'struct' ? root.name : `a schema of kind ${root.kind}`;
}

import type { SchemaIR } from '../ir/schema.js';

/** The name of a schema in messages. */
export function nameOf({ root }: SchemaIR): string {
  return root.kind === 'struct' ? root.name : `a schema of kind ${root.kind}`;
}

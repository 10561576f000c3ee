import type { VirtualIR } from '../checksum.js';
import type { Expression } from '../expression.js';
import type { StructIR } from '../schema.js';

/** The virtual headers that a struct's checksums cover. */
export function virtualHeaders(struct: StructIR): readonly VirtualIR[] {
  return (struct.checksums ?? []).flatMap(({ over }) => over.filter((part) => part.kind === 'virtual'));
}

/** The expressions from which a struct's checksums write virtual headers. */
export function virtualValues(struct: StructIR): readonly Expression[] {
  return virtualHeaders(struct).flatMap(({ values }) => values.map(({ value }) => value));
}

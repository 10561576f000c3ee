import type { ExternalIR } from '../checksum.js';
import type { StructIR } from '../schema.js';

/** The author's own code that a struct calls, each as often as it does. */
export function externalsOf(struct: StructIR): readonly ExternalIR[] {
  return (struct.checksums ?? []).flatMap(({ algorithm }) =>
    typeof algorithm === 'string' ? [] : [algorithm],
  );
}

import type { ExternalIR } from '../checksum.js';
import type { StructIR } from '../schema.js';
import { visitNodes } from './children.js';

/** The author's own code that a struct calls, each as often as it does. */
export function externalsOf(struct: StructIR): readonly ExternalIR[] {
  const found = (struct.checksums ?? []).flatMap(({ algorithm }) =>
    typeof algorithm === 'string' ? [] : [algorithm],
  );
  for (const field of struct.fields) {
    visitNodes(field.node, (node) => {
      if (node.kind === 'custom') found.push(node.codec);
      if (node.kind === 'processed' && node.processor.kind === 'bijection')
        found.push(node.processor.decode, node.processor.encode);
    });
  }
  return found;
}

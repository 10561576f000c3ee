import { childrenOf } from '../ir/analysis/children.js';
import { structNamed } from '../ir/analysis/struct-named.js';
import type { NodeIR } from '../ir/node.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/** Positioned fields use offsets into the input; inside a region whose bytes are transformed there are no such offsets. */
export function checkChangedRegions(struct: StructIR, { structs }: SchemaIR, faults: Faults): void {
  const seen = new Set<string>();
  const visit = (node: NodeIR, path: string, isChanged: boolean): void => {
    if (
      isChanged &&
      (node.kind === 'at' || node.kind === 'atEach' || node.kind === 'tail' || node.kind === 'gaps')
    )
      throw new SchemaError(
        'misplaced-construct',
        path,
        `${node.kind}() is placed by offsets into the input, which a region with transformed bytes does not have; move it out of processed(…)`,
      );
    if (node.kind === 'struct') {
      if (!isChanged || seen.has(node.name)) return;
      seen.add(node.name);
      for (const field of structNamed(node.name, structs).fields) visit(field.node, path, true);
      return;
    }
    const { inline, ahead } = childrenOf(node);
    for (const child of [...inline, ...ahead]) visit(child, path, isChanged || node.kind === 'processed');
  };
  faults.each(struct.fields, (field) => visit(field.node, `${struct.name}.${field.name}`, false));
}

import { LOOK_AHEAD_LIMIT } from '../ir/analysis/alternatives.js';
import { childrenOf } from '../ir/analysis/children.js';
import { sizeBounds } from '../ir/analysis/size-bounds.js';
import { structNamed } from '../ir/analysis/struct-named.js';
import type { NodeIR } from '../ir/node.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';

/**
 * A failed trial of a large alternative is charged up to the offset of its error, so that offset must be close to where
 * the trial gave up: a check must name a field that is not far before the last one it needs, and no search for the end of
 * bytes may scan the region more than once.
 */
export function checkCostShows(node: NodeIR, path: string, { structs }: SchemaIR): void {
  const seen = new Set<string>();
  const visit = (n: NodeIR): void => {
    if (
      (n.kind === 'bytes' || n.kind === 'string') &&
      n.extent.kind === 'until' &&
      n.extent.boundaries.length > 1
    )
      throw new SchemaError(
        'costly-look-ahead',
        path,
        'a large alternative inside a list must not contain bytes that end at one of several boundaries; use one boundary there',
      );
    if (n.kind === 'struct' && !seen.has(n.name)) {
      seen.add(n.name);
      const struct = structNamed(n.name, structs);
      checkNearness(struct, path, structs);
      for (const field of struct.fields) visit(field.node);
    }
    for (const child of childrenOf(n).inline) visit(child);
  };
  visit(node);
}

function checkNearness(struct: StructIR, path: string, structs: SchemaIR['structs']): void {
  const names = struct.fields.map(({ name }) => name);
  const tests = [...struct.checks, ...(struct.checksums ?? [])];
  for (const { field, after } of tests) {
    if (field === undefined) continue; // it uses only parameters
    const between = struct.fields.slice(names.indexOf(field), after + 1);
    const distance = between.reduce((sum, { node }) => sum + sizeBounds(node, structs).max, 0);
    if (distance > LOOK_AHEAD_LIMIT)
      throw new SchemaError(
        'costly-look-ahead',
        path,
        `a large alternative inside a list: the check of ${struct.name}.${field} is made only more than ${LOOK_AHEAD_LIMIT} bytes later; check something closer`,
      );
  }
}

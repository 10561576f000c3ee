import { visitNodes } from '../ir/analysis/children.js';
import { isPositioned, ownsRegion } from '../ir/analysis/positioned.js';
import { sizeBounds } from '../ir/analysis/size-bounds.js';
import { structNamed } from '../ir/analysis/struct-named.js';
import type { NodeIR } from '../ir/node.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/**
 * A node that extends to the end of its region leaves nothing for what follows. A field that does so directly has already
 * reserved room for the fixed-size fields after it; nodes hidden in structs and alternatives cannot.
 */
export function checkRegions(struct: StructIR, { structs }: SchemaIR, faults: Faults): void {
  faults.each(struct.fields.entries(), ([index, field]) => {
    const path = `${struct.name}.${field.name}`;
    visitNodes(field.node, (node) => {
      if (node.kind === 'sized' && node.size.kind === 'fixed') {
        const { min, max } = sizeBounds(node.node, structs);
        const { size } = node.size;
        if (size < min || size > max) {
          const takes = min === max ? min : size < min ? `at least ${min}` : `at most ${max}`;
          throw new SchemaError(
            'region-misfit',
            path,
            `its content takes ${takes} bytes, so it never fills a region of ${size}; make the region as large as the content`,
          );
        }
      }
      if (node.kind === 'list' && goesToEnd(node.element, structs)) {
        throw new SchemaError(
          'greedy-field',
          path,
          'its elements extend to the end, so there is never a second one; give them a size',
        );
      }
    });
    if (!goesToEnd(field.node, structs) || (isDirect(field.node) && !ownsRegion(struct))) return;
    const follower = ownsRegion(struct)
      ? struct.fields.find(({ node }) => isPositioned(node))
      : struct.fields.slice(index + 1).find(({ node }) => sizeBounds(node, structs).max > 0);
    if (follower !== undefined) {
      throw new SchemaError(
        'greedy-field',
        path,
        `extends to the end, but ${follower.name} ${isPositioned(follower.node) ? 'lies elsewhere in the region' : 'follows'}; bound it by sized(…) or a length`,
      );
    }
  });
}

/** Whether a node takes all the bytes of its region. */
export function goesToEnd(
  node: NodeIR,
  structs: SchemaIR['structs'],
  within: ReadonlySet<string> = new Set(),
): boolean {
  const below = (inner: NodeIR): boolean => goesToEnd(inner, structs, within);
  switch (node.kind) {
    case 'bytes':
    case 'string':
    case 'list':
      return node.extent.kind === 'end';
    case 'sized':
      return node.size.kind === 'end';
    case 'processed':
      return true;
    case 'bind':
    case 'search':
    case 'optional':
      return below(node.node);
    case 'union':
      return (
        node.arms.some((arm) => below(arm.node)) ||
        (node.otherwise !== undefined && below(node.otherwise.node))
      );
    case 'firstOf':
      return node.arms.some((arm) => below(arm.node));
    case 'struct': {
      if (within.has(node.name)) return false;
      const struct = structNamed(node.name, structs);
      if (ownsRegion(struct)) return true;
      const inner = new Set([...within, node.name]);
      return struct.fields.some((field) => goesToEnd(field.node, structs, inner));
    }
    default:
      return false;
  }
}

/** Whether the field itself extends to the end, so that it knows how much to reserve. */
function isDirect(node: NodeIR): boolean {
  if (node.kind === 'bind' || node.kind === 'optional') return isDirect(node.node);
  return node.kind === 'bytes' || node.kind === 'string' || node.kind === 'list' || node.kind === 'sized';
}

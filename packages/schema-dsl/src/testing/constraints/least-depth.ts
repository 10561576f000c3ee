import type { ListExtentIR } from '../../ir/extent.js';
import type { NodeIR } from '../../ir/node.js';
import type { SchemaIR } from '../../ir/schema.js';

const memo = new WeakMap<SchemaIR['structs'], ReadonlyMap<string, number>>();

/** The number of nested structs in the shallowest value of a node, which ends recursion. */
export function leastDepth(node: NodeIR, structs: SchemaIR['structs']): number {
  return depthOf(node, depthsOf(structs));
}

function depthsOf(structs: SchemaIR['structs']): ReadonlyMap<string, number> {
  const known = memo.get(structs);
  if (known !== undefined) return known;
  const names = Object.keys(structs);
  const depths = new Map(names.map((name) => [name, Number.POSITIVE_INFINITY]));
  // downwards from infinity; each pass settles at least one more level
  for (const _ of names) {
    for (const [name, { fields }] of Object.entries(structs)) {
      depths.set(name, 1 + Math.max(0, ...fields.map((field) => depthOf(field.node, depths))));
    }
  }
  memo.set(structs, depths);
  return depths;
}

function depthOf(node: NodeIR, structs: ReadonlyMap<string, number>): number {
  switch (node.kind) {
    case 'struct':
      return structs.get(node.name) ?? 0;
    case 'bind':
    case 'search':
    case 'sized':
    case 'at':
    case 'tail':
    case 'processed':
      return depthOf(node.node, structs);
    case 'list':
      return hasElement(node.extent) ? depthOf(node.element, structs) : 0;
    case 'union':
      return Math.min(
        ...[...node.arms, ...(node.otherwise ? [node.otherwise] : [])].map((arm) =>
          depthOf(arm.node, structs),
        ),
      );
    case 'firstOf':
      return Math.min(...node.arms.map((arm) => depthOf(arm.node, structs)));
    default:
      return 0; // leaves, nodes that may be absent, and look-ahead
  }
}

function hasElement(extent: ListExtentIR): boolean {
  return extent.kind === 'last' || (extent.kind === 'fixed' && extent.size > 0);
}

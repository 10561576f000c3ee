import type { NodeIR, SchemaIR, TailNode } from '@bytewright/schema-dsl/ir';
import { sizeBounds, structNamed, triedArms, visitNodes } from '@bytewright/schema-dsl/ir';

/** Whether anything in a node is decided by bytes that come later, so that encoding must check its decisions. */
export function looksAhead(node: NodeIR, structs: SchemaIR['structs']): boolean {
  const seen = new Set<string>();
  const visit = (part: NodeIR): boolean => {
    let found = false;
    visitNodes(part, (inner) => {
      found ||= isDecidedAhead(inner, structs);
      if (found || inner.kind !== 'struct' || seen.has(inner.name)) return;
      seen.add(inner.name);
      found = structNamed(inner.name, structs).fields.some((field) => visit(field.node));
    });
    return found;
  };
  return visit(node);
}

function isDecidedAhead(node: NodeIR, structs: SchemaIR['structs']): boolean {
  switch (node.kind) {
    case 'firstOf':
    case 'search':
    case 'lookahead':
    case 'presence':
    case 'peek':
      return true;
    case 'union':
      return triedArms(node).length > 0;
    case 'tail':
      return isSearched(node, structs);
    case 'bytes':
    case 'string':
      return node.extent.kind === 'until';
    case 'list':
      return node.extent.kind === 'sentinel' || node.extent.kind === 'while';
    default:
      return false;
  }
}

/** Whether a tail has to be looked for. */
function isSearched({ node }: TailNode, structs: SchemaIR['structs']): boolean {
  const { min, max } = sizeBounds(node, structs);
  return min < max;
}

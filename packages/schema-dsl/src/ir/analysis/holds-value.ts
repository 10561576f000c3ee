import type { NodeIR } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { structNamed } from './struct-named.js';

/** Whether a node's encoding depends on a value of its own, so that it cannot be encoded without one. */
export function holdsValue(
  node: NodeIR,
  structs: SchemaIR['structs'],
  within: ReadonlySet<string> = new Set(),
): boolean {
  switch (node.kind) {
    case 'literal':
    case 'atEnd':
    case 'peek':
      return false;
    case 'padding':
    case 'align':
      return node.keep;
    case 'at':
    case 'tail':
    case 'optional':
    case 'bind':
    case 'search':
    case 'sized':
    case 'processed':
      return holdsValue(node.node, structs, within);
    case 'struct':
      if (within.has(node.name)) return false;
      return structNamed(node.name, structs).fields.some(
        (field) =>
          field.visibility === 'value' &&
          // the presence of an optional is in the value, even if its node is a constant
          (isOptional(field.node) || holdsValue(field.node, structs, new Set([...within, node.name]))),
      );
    default:
      return true;
  }
}

function isOptional(node: NodeIR): boolean {
  return node.kind === 'bind' ? isOptional(node.node) : node.kind === 'optional';
}

import type { NodeIR } from '../node.js';
import { integerTraits } from '../nodes/integer.js';
import { isNumeric } from '../nodes/numeric.js';
import type { SchemaIR } from '../schema.js';
import { structNamed } from './struct-named.js';

/**
 * The smallest number of bytes from which a node parses regardless of their values; `undefined` if it may reject some, or if
 * that is not known.
 *
 * @example 2 for `struct('Pair', { a: u8, b: u8 })`, 0 for `bytes(toEnd)`, `undefined` for `bool`
 */
export function acceptsAny(
  node: NodeIR,
  structs: SchemaIR['structs'],
  within: ReadonlySet<string> = new Set(),
): number | undefined {
  switch (node.kind) {
    case 'integer':
      return node.asNumber ? undefined : integerTraits(node).size;
    case 'enumeration':
      return node.open && isNumeric(node.node) ? acceptsAny(node.node, structs) : undefined;
    case 'flags':
      return node.strict || !isNumeric(node.node) ? undefined : acceptsAny(node.node, structs);
    case 'boolean':
      return node.preserve ? 1 : undefined;
    case 'bytes':
    case 'string':
      if (node.kind === 'string' && node.encoding !== 'latin1') return undefined;
      if (node.extent.kind === 'fixed') return node.extent.size;
      return node.extent.kind === 'end' ? 0 : undefined; // its reserve is counted by the fields that follow
    case 'bind':
      return acceptsAny(node.node, structs, within);
    case 'struct': {
      const struct = structNamed(node.name, structs);
      if (within.has(node.name) || struct.checks.length > 0) return undefined;
      if (struct.fields.some(({ visibility }) => visibility !== 'value')) return undefined;
      const inner = new Set([...within, node.name]);
      const least = struct.fields.map((field) => acceptsAny(field.node, structs, inner));
      return least.reduce(
        (sum, size) => (sum === undefined || size === undefined ? undefined : sum + size),
        0,
      );
    }
    default:
      return undefined;
  }
}

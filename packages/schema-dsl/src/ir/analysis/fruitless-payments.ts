import type { NodeIR } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { triedArms } from './arm-tags.js';
import { searchAttempts } from './attempts.js';
import { childrenOf } from './children.js';
import { structNamed } from './struct-named.js';

/**
 * How often something may be paid for that was tried for nothing, at most, while a node is read: 0 for most, and
 * `Infinity` where nobody can tell beforehand. A search may pay for each of its attempts, and for those within them once
 * more, when its error is made.
 *
 * @example a search for one of two values, in a struct that looks for nothing itself: 2
 */
export function fruitlessPayments(node: NodeIR, structs: SchemaIR['structs']): number {
  return paymentsIn(node, structs, new Set());
}

function paymentsIn(node: NodeIR, structs: SchemaIR['structs'], open: ReadonlySet<string>): number {
  switch (node.kind) {
    case 'search':
      return sum(searchAttempts(node).map((attempt) => 1 + 2 * paymentsIn(attempt.node, structs, open)));
    case 'struct': {
      if (open.has(node.name)) return Number.POSITIVE_INFINITY;
      const inner = new Set([...open, node.name]);
      const { fields } = structNamed(node.name, structs);
      return sum(fields.map((field) => paymentsIn(field.node, structs, inner)));
    }
    case 'list': {
      const each = paymentsIn(node.element, structs, open);
      return each === 0 ? 0 : Number.POSITIVE_INFINITY;
    }
    case 'bytes':
    case 'string':
      return node.extent.kind === 'until' ? Number.POSITIVE_INFINITY : 0;
    case 'union':
      if (triedArms(node).length > 0) return Number.POSITIVE_INFINITY;
      break;
    case 'firstOf':
    case 'tail':
    case 'processed':
    case 'custom':
      return Number.POSITIVE_INFINITY;
    default:
  }
  return sum(childrenOf(node).inline.map((child) => paymentsIn(child, structs, open)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

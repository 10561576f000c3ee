import type { NodeIR } from '../node.js';
import type { SchemaIR } from '../schema.js';
import type { Alternative } from './alternatives.js';
import { isCharged } from './alternatives.js';
import { triedArms } from './arm-tags.js';
import { armCandidates, searchCandidates } from './candidates.js';
import { childrenOf } from './children.js';
import { structNamed } from './struct-named.js';

const memo = new WeakMap<SchemaIR['structs'], WeakMap<NodeIR, number>>();

/**
 * The maximum number of charges for failed trials and searches while a node is decoded: 0 for most, and `Infinity` if it
 * cannot be determined in advance. Each charge is for at most the bytes from the start of the node to the end.
 *
 * @example a search for one of two values of a large struct that looks for nothing itself: 2
 */
export function fruitlessPayments(node: NodeIR, structs: SchemaIR['structs']): number {
  const known = memo.get(structs) ?? new WeakMap<NodeIR, number>();
  memo.set(structs, known);
  const found = known.get(node) ?? paymentsIn(node, structs, new Set());
  known.set(node, found);
  return found;
}

function paymentsIn(node: NodeIR, structs: SchemaIR['structs'], open: ReadonlySet<string>): number {
  const inside = (child: NodeIR): number => paymentsIn(child, structs, open);
  // an alternative costs the charges inside it, or else its own
  const tried = ({ node: attempt }: Alternative): number =>
    Math.max(inside(attempt), isCharged(attempt, structs) ? 1 : 0);
  switch (node.kind) {
    case 'search':
      return sum(searchCandidates(node).map(tried));
    case 'firstOf':
      return sum(node.arms.map(tried));
    case 'union': {
      const isTried = new Set(triedArms(node));
      const arms = node.arms.flatMap((arm) =>
        isTried.has(arm) ? armCandidates(node, arm).map(tried) : [inside(arm.node)],
      );
      return sum(arms) + (node.otherwise === undefined ? 0 : inside(node.otherwise.node));
    }
    case 'struct': {
      if (open.has(node.name)) return Number.POSITIVE_INFINITY;
      const inner = new Set([...open, node.name]);
      const { fields } = structNamed(node.name, structs);
      return sum(fields.map((field) => paymentsIn(field.node, structs, inner)));
    }
    case 'list':
    case 'atEach':
      return inside(node.kind === 'list' ? node.element : node.node) === 0 ? 0 : Number.POSITIVE_INFINITY;
    case 'bytes':
    case 'string':
      return node.extent.kind === 'until' ? node.extent.boundaries.length - 1 : 0;
    case 'tail':
      return Number.POSITIVE_INFINITY;
    default:
      return sum(childrenOf(node).inline.map(inside));
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

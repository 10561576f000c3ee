import { ts } from 'ts-morph';
import type { Binding, Use } from './binding.js';

/** The uses of a name within a node, as far as they are still there. */
export function usesIn({ uses }: Binding, node: ts.Node): readonly Use[] {
  const found: Use[] = [];
  for (let at = firstFrom(uses, node.pos); at < uses.length; at++) {
    const use = uses[at];
    if (use === undefined || use.node.end > node.end) break;
    if (isThere(use)) found.push(use);
  }
  return found;
}

/** Whether a node reads what a name holds. */
export function readsIn(binding: Binding, node: ts.Node): boolean {
  return usesIn(binding, node).some(({ kind }) => kind === 'read');
}

/** Whether a node assigns to a name. */
export function writesIn(binding: Binding, node: ts.Node): boolean {
  return usesIn(binding, node).some(({ kind }) => kind === 'write');
}

/** Whether a node is a name that means this. */
export function isUseOf({ uses }: Binding, node: ts.Node): boolean {
  return ts.isIdentifier(node) && uses[firstFrom(uses, node.pos)]?.node === node;
}

/** Whether a place where a name stands is neither left out nor without effect. */
export const isThere = ({ item, isGone }: Use): boolean => item.isLive && !isGone;

/** The first use from a place of the text on. */
function firstFrom(uses: readonly Use[], pos: number): number {
  let [low, high] = [0, uses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((uses[middle]?.node.pos ?? 0) < pos) low = middle + 1;
    else high = middle;
  }
  return low;
}

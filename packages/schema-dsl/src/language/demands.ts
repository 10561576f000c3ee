import type { Node } from './node.js';

/** What must follow something, strictest demand first. */
export type Demands = Node<unknown> | readonly Node<unknown>[];

/** Demands as a list. */
export function toDemands(demands: Demands | undefined): readonly Node<unknown>[] {
  if (demands === undefined) return [];
  return isList(demands) ? demands : [demands];
}

const isList = (demands: Demands): demands is readonly Node<unknown>[] => Array.isArray(demands);

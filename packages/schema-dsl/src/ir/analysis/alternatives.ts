import type { NodeIR } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { firstBytes } from './first-bytes.js';
import { sizeBounds } from './size-bounds.js';

/** Greatest size, in bytes, of what is tried ahead at many places for nothing: a constant factor of the whole. */
export const LOOK_AHEAD_LIMIT = 4096;

/** One of several nodes that are tried on the same bytes. */
export interface Alternative {
  /** How errors call it. */
  readonly name: string;
  readonly node: NodeIR;
}

/** Whether a fruitless attempt is paid for out of the budget, as it may look at more than a constant number of bytes. */
export function isCharged(node: NodeIR, structs: SchemaIR['structs']): boolean {
  return sizeBounds(node, structs).max > LOOK_AHEAD_LIMIT;
}

/** The first bytes of a node, where they are few: an attempt that begins with another byte costs nothing. */
export function fewFirstBytes(node: NodeIR, structs: SchemaIR['structs']): readonly number[] | undefined {
  const { bytes, empty } = firstBytes(node, structs);
  return empty || bytes.size > 4 ? undefined : [...bytes];
}

import type { NodeIR } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { firstBytes } from './first-bytes.js';
import { sizeBounds } from './size-bounds.js';

/** The maximum size, in bytes, of anything tried ahead at many offsets without charge: a constant factor of the total cost. */
export const LOOK_AHEAD_LIMIT = 4096;

/** One of several nodes that are tried on the same bytes. */
export interface Alternative {
  /** Its name in errors. */
  readonly name: string;
  readonly node: NodeIR;
}

/** Whether a failed trial is charged to the backtracking budget, as it may look at more than a constant number of bytes. */
export function isCharged(node: NodeIR, structs: SchemaIR['structs']): boolean {
  return sizeBounds(node, structs).max > LOOK_AHEAD_LIMIT;
}

/** The first bytes of a node, if they are few: a trial that begins with another byte costs nothing. */
export function fewFirstBytes(node: NodeIR, structs: SchemaIR['structs']): readonly number[] | undefined {
  const { bytes, empty } = firstBytes(node, structs);
  return empty || bytes.size > 4 ? undefined : [...bytes];
}

import { describe } from '@bytewright/runtime';
import type { Constant } from '../expression.js';
import { constantValue } from '../expression.js';
import type { BindNode, NodeIR, SearchNode } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { firstBytes } from './first-bytes.js';
import { sizeBounds } from './size-bounds.js';

/** Greatest size, in bytes, of what is tried ahead at many places for nothing: a constant factor of the whole. */
export const LOOK_AHEAD_LIMIT = 4096;

/** One of several nodes that are tried on the same bytes. */
export interface Attempt {
  /** How errors call it. */
  readonly name: string;
  readonly node: NodeIR;
}

/** Whether a fruitless attempt is paid for out of the budget, as it may look at more than a constant number of bytes. */
export function isPaidFor(node: NodeIR, structs: SchemaIR['structs']): boolean {
  return sizeBounds(node, structs).max > LOOK_AHEAD_LIMIT;
}

/** The first bytes of a node, where they are few: an attempt that begins with another byte costs nothing. */
export function fewFirstBytes(node: NodeIR, structs: SchemaIR['structs']): readonly number[] | undefined {
  const { bytes, empty } = firstBytes(node, structs);
  return empty || bytes.size > 4 ? undefined : [...bytes];
}

/** A search's node with one of its values bound. */
export interface SearchAttempt extends Attempt {
  readonly node: BindNode;
  readonly value: Constant;
}

const memo = new WeakMap<SearchNode, readonly SearchAttempt[]>();

/** A search's attempts: its node with each of the values bound. */
export function searchAttempts(search: SearchNode): readonly SearchAttempt[] {
  const known = memo.get(search);
  if (known !== undefined) return known;
  const { parameter, values, node } = search;
  const attempts = values.map((value) => ({
    value,
    name: `${parameter} ${describe(constantValue(value))}`,
    node: { kind: 'bind', node, bindings: [{ parameter, value: { op: 'constant', value } }] } as const,
  }));
  memo.set(search, attempts);
  return attempts;
}

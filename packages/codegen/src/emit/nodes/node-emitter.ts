import type { NodeIR } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import type { FunctionEmitter, ModuleEmitter } from '../emitter.js';

/** What stands for the value of a node that is written without one: a derived struct, a sentinel, a presence. */
export const NOTHING = '{}';

/** Whether an expression stands for no value at all. */
export function isNothing(value: string): boolean {
  return value === '' || value === NOTHING;
}

/** Code that adds a value's bytes to `size`: what is the same for all values, and the rest. */
export interface SizeCode {
  readonly fixed: number;
  readonly code: Code;
}

/**
 * What the generator does with one kind of node. All code works on the local variable `offset`: it reads or
 * writes there and moves it behind.
 */
export interface NodeEmitter<N extends NodeIR> {
  /** The TypeScript type of the node's value. */
  type(node: N, emitter: ModuleEmitter): string;
  /** Reads the node, and declares `target` with its value if somebody wants it. */
  read(node: N, target: string | undefined, emitter: FunctionEmitter): Code;
  /** The same for look-ahead: returns -1 instead of throwing, and makes no value that nobody asks for. */
  match(node: N, target: string | undefined, emitter: FunctionEmitter): Code;
  /** Adds up the bytes of `value`. */
  size(node: N, value: string, emitter: FunctionEmitter): SizeCode;
  /** Writes `value`. */
  write(node: N, value: string, emitter: FunctionEmitter): Code;
}

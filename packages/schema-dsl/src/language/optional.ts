import type { Expr } from './expression.js';
import type { INNER, Infer, Node, NodeBase, OMISSIBLE, VALUE } from './node.js';
import { makeNode } from './node.js';

/** A node that may be absent. */
export interface Optional<N> extends NodeBase {
  readonly [VALUE]: Infer<N> | undefined;
  readonly [INNER]: N;
  readonly [OMISSIBLE]: true;
  example(value: NoInfer<Infer<N> | undefined>): this;
}

/**
 * A node that may be absent: a decoder gives a key that holds `undefined` then, and an encoder also takes a value without
 * that key. The condition is given here or by `$.field.presentWhen(…)`, or the presence is derived into a flag:
 * `$.flag.is(present($.field))`.
 *
 * @example
 * struct('Entry', { hasNote: derived(bool), note: optional(u8) }).where(($) => [$.hasNote.is(present($.note))]);
 * // { note: 5 } is 01 05; {} and { note: undefined } are 00
 */
export function optional<N>(node: N, when?: Expr<boolean>): Optional<N> {
  return makeNode({ kind: 'optional', node: node as Node<unknown>, when: when?.expression });
}

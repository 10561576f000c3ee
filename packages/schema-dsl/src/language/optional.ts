import type { Expr } from './expression.js';
import type { Infer, Node, Wrapper } from './node.js';
import { makeNode } from './node.js';

/**
 * A node that may be absent; the value is then an own key holding `undefined`. The condition is given here or
 * by `$.field.presentWhen(…)`, or the presence is derived into a flag: `$.flag.is(present($.field))`.
 */
export function optional<N>(node: N, when?: Expr<boolean>): Wrapper<Infer<N> | undefined, N> {
  return makeNode({ kind: 'optional', node: node as Node<unknown>, when: when?.expression });
}

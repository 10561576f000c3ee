import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Expr } from './expression.js';
import { isExpr } from './expression.js';
import type { INNER, Infer, NodeBase, OMISSIBLE, VALUE } from './node.js';
import { makeNode } from './node.js';
import { requireNode } from './require-node.js';

/** A node that may be absent. */
export interface Optional<N> extends NodeBase {
  readonly [VALUE]: Infer<N> | undefined;
  readonly [INNER]: N;
  readonly [OMISSIBLE]: true;
  example(value: NoInfer<Infer<N> | undefined>): this;
}

/**
 * A node that may be absent. A decoder then returns the key with `undefined`; an encoder also accepts a value without the
 * key. The condition is given here or by `$.field.presentWhen(…)`, or the presence is derived into a flag:
 * `$.flag.is(present($.field))`.
 *
 * @example
 * struct('Entry', { hasNote: derived(bool), note: optional(u8) }).where(($) => [$.hasNote.is(present($.note))]);
 * // { note: 5 } is 01 05; {} and { note: undefined } are 00
 */
export function optional<N>(node: N, when?: Expr<boolean>): Optional<N> {
  if (when !== undefined && !isExpr(when))
    throw new CallError(
      'invalid-argument',
      'optional()',
      `expected a condition as the second argument, found ${describeArgument(when)}; write, for example, optional(u8, version.ge(2))`,
    );
  return makeNode({
    kind: 'optional',
    node: requireNode(node, 'optional()', 'optional(node)'),
    when: when?.expression,
  });
}

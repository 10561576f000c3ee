import type { Demands } from './demands.js';
import { toDemands } from './demands.js';
import type { Node } from './node.js';
import { makeNode } from './node.js';
import { requireMembers } from './require-members.js';
import type { FirstOf } from './union.js';

/** How ordered alternatives appear in the value, and what must follow them. */
export interface FirstOfOptions<K, P> {
  readonly tag?: K;
  readonly value?: P;
  /**
   * What must parse directly after the alternative, without being consumed: all alternatives are tried with the first
   * demand before any is tried with the next. The relation `$.field.followedBy(…)` does the same.
   */
  readonly followedBy?: Demands;
}

/**
 * Ordered alternatives: the first arm that parses. Encoding rejects, as `ambiguous`, a value whose bytes an
 * earlier arm would read.
 *
 * @example `firstOf({ header: Header, end: EndOfFile })`
 */
export function firstOf<A extends object, const K extends string = 'type', const P extends string = 'value'>(
  arms: A,
  options: FirstOfOptions<K, P> = {},
): Node<FirstOf<A, K, P>> {
  const { tag = 'type', value = 'value' } = options;
  return makeNode({
    kind: 'firstOf',
    arms: requireMembers(arms, 'firstOf()', 'alternatives'),
    names: { tag, value },
    followedBy: toDemands(options.followedBy),
  });
}

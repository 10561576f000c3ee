import type { Node } from './node.js';
import { makeNode } from './node.js';
import type { FirstOf } from './union.js';

/** How ordered alternatives show in the value, and what must come after one. */
export interface FirstOfOptions<K, P> {
  readonly tag?: K;
  readonly value?: P;
  /** One of these must parse directly after the alternative; not consumed. */
  readonly followedBy?: Node<unknown> | readonly Node<unknown>[];
}

/**
 * Ordered alternatives: the first arm that parses. An encoder refuses, as `ambiguous`, a value whose bytes an
 * earlier arm would read.
 *
 * @example `firstOf({ header: Header, end: EndOfFile })`
 */
export function firstOf<A extends object, const K extends string = 'type', const P extends string = 'value'>(
  arms: A,
  options: FirstOfOptions<K, P> = {},
): Node<FirstOf<A, K, P>> {
  const { tag = 'type', value = 'value', followedBy = [] } = options;
  return makeNode({
    kind: 'firstOf',
    arms,
    names: { tag, value },
    followedBy: Array.isArray(followedBy) ? followedBy : [followedBy],
  });
}

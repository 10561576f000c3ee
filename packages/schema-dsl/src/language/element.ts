import { CallError } from '../ir/call-error.js';
import type { ElementPredicate, ExtentDefinition } from './definition.js';
import { describeArgument } from './describe-argument.js';
import type { Expr } from './expression.js';
import type { Ending } from './extent.js';
import type { Node } from './node.js';
import type { ElementReference } from './reference.js';
import { requireNode } from './require-node.js';

/** Where a list of `N` ends, as its own elements say. */
export interface ElementEnding<N> {
  readonly ending: ExtentDefinition;
  readonly of?: 'list';
  /** Exists for the type checker only: it lets the condition's argument follow from the list's element. */
  readonly element?: N;
}

/**
 * Ends a list with the first element for which the condition holds; that one belongs to the list. So there is one
 * at least. On encode the last element must fulfil the condition, and no other may: `mismatch` if not.
 *
 * @example
 * const Entry = struct('Entry', { last: u8, value: u8 });
 * list(Entry, endsAfter(($) => $.last.eq(1))) // two elements from 00 0a 01 0b …
 */
export function endsAfter<N>(predicate: ($: ElementReference<N>) => Expr<boolean>): ElementEnding<N> {
  if (typeof predicate !== 'function')
    throw new CallError(
      'invalid-argument',
      'endsAfter()',
      `expected a function that gives a condition on an element, found ${describeArgument(predicate)}; write endsAfter(($) => $.last.eq(1))`,
    );
  // what the condition is given is made by makeElement(), for the very node that the type speaks of
  return { ending: { kind: 'last', predicate: predicate as unknown as ElementPredicate } };
}

/**
 * Goes on with a list as long as `node` parses ahead, and the condition on it holds; it is only looked at. The list
 * may be empty. Costs what `node` costs once an element, so that must have a bounded size.
 *
 * What follows the list could begin like one more element: such a value is refused on encode as `ambiguous`.
 *
 * @example `list(Item, whilePeek(literal(u8, 5)))`, where each item begins with 5
 * @example `list(Item, whilePeek(u8, (kind) => kind.lt(0x80)))`
 */
export function whilePeek<N extends Node<unknown>>(
  node: N,
  predicate?: ($: ElementReference<N>) => Expr<boolean>,
): Ending<'list'> {
  requireNode(node, 'whilePeek()', 'whilePeek(node, condition)');
  // likewise
  const recorded = predicate as unknown as ElementPredicate | undefined;
  return { ending: { kind: 'while', ahead: node, predicate: recorded } };
}

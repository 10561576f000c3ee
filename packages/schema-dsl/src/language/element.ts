import { CallError } from '../ir/call-error.js';
import type { ElementPredicate, ExtentDefinition } from './definition.js';
import { describeArgument } from './describe-argument.js';
import type { Expr } from './expression.js';
import type { Ending } from './extent.js';
import type { Node } from './node.js';
import type { ElementReference } from './reference.js';
import { requireNode } from './require-node.js';

/** The ending of a list of `N` that depends on its elements. */
export interface ElementEnding<N> {
  readonly ending: ExtentDefinition;
  readonly of?: 'list';
  /** For the type checker only: lets the condition's argument type follow from the list's element. */
  readonly element?: N;
}

/**
 * Ends a list with the first element for which the condition holds; that element belongs to the list, so the list has at
 * least one. On encode the last element must satisfy the condition and no other may: `mismatch` otherwise.
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
      `expected a function that returns a condition on an element, found ${describeArgument(predicate)}; write endsAfter(($) => $.last.eq(1))`,
    );
  // makeElement() makes the condition's argument for the very node that the type refers to
  return { ending: { kind: 'last', predicate: predicate as unknown as ElementPredicate } };
}

/**
 * Continues a list as long as `node` parses ahead, without being consumed, and the condition on it holds. The list may be
 * empty. Each element costs one trial of `node`, so `node` must have a bounded size.
 *
 * If what follows the list could begin like another element, the value is rejected on encode as `ambiguous`.
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

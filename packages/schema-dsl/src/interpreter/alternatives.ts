import { bytesAhead } from '@bytewright/runtime/codec';
import type { Alternative } from '../ir/analysis/alternatives.js';
import { fewFirstBytes, isCharged } from '../ir/analysis/alternatives.js';
import { bytePatterns, matchesPatterns } from '../ir/analysis/byte-patterns.js';
import { fruitlessPayments } from '../ir/analysis/fruitless-payments.js';
import { describeNode } from '../ir/describe-node.js';
import type { NodeIR } from '../ir/node.js';
import type { DecodeContext } from './decode-context.js';
import type { Outcome } from './failure.js';
import { FAIL } from './failure.js';
import { decodeNode } from './nodes/index.js';
import { parses } from './nodes/lookahead.js';
import type { Scope } from './scope.js';

/** Nodes to try on the same bytes, and what must follow the one that is taken, strictest demand first. */
export interface Choice<A extends Alternative = Alternative> {
  readonly alternatives: readonly A[];
  readonly followedBy: readonly NodeIR[] | undefined;
  /** Whether there is a fallback if no alternative fits or the budget is exhausted. */
  readonly hasFallback?: boolean;
}

const NO_DEMANDS = [undefined];

/**
 * The first alternative that parses and is followed as demanded; a later demand is tried only if no alternative meets the
 * earlier ones. `undefined` if there is none. If too many large alternatives fail, the result is also `undefined`, or, without
 * a fallback, an error.
 */
export function choose<A extends Alternative>(
  { alternatives, followedBy, hasFallback = false }: Choice<A>,
  offset: number,
  context: DecodeContext,
  scope: Scope,
): Outcome<A | undefined> {
  const ends = new Map<A, number | undefined>();
  for (const demand of followedBy?.length ? followedBy : NO_DEMANDS) {
    for (const attempt of alternatives) {
      const { node } = attempt;
      const isFirst = !ends.has(attempt);
      const isCounted = isFirst && isChargedAt(node, offset, context);
      if (isCounted && hasFallback && context.backtracking < 0) return undefined;
      if (isFirst) ends.set(attempt, endOf(node, offset, context, scope));
      const end = ends.get(attempt);
      if (end !== undefined && (demand === undefined || parses(demand, end, context, scope)))
        return !hasFallback || canRead(node, offset, context, scope) ? attempt : undefined;
      if (!isCounted || canAfford(node, offset, context, scope)) continue;
      return hasFallback ? undefined : failTooCostly(offset, context);
    }
  }
  return undefined;
}

/** The end of a node that is tried at an offset, or `undefined`. */
function endOf(node: NodeIR, offset: number, context: DecodeContext, scope: Scope): number | undefined {
  const patterns = bytePatterns(node, context.structs);
  if (!matchesPatterns(patterns, context.bytes, offset, context.end)) return undefined;
  return context.ahead(offset, () =>
    decodeNode(node, context, scope) === FAIL ? undefined : context.offset,
  );
}

/** Whether an alternative at an offset is charged if it fails: a large one that begins as its node can. */
function isChargedAt(node: NodeIR, offset: number, context: DecodeContext): boolean {
  if (context.isAhead || !isCharged(node, context.structs)) return false;
  const first = fewFirstBytes(node, context.structs);
  return first === undefined || first.includes(context.bytes[offset] as number); // undefined past the last byte
}

/**
 * Charges a failed alternative for the bytes that it looked at, or for the trials and searches inside it if that is more;
 * returns whether the budget covered it. Everything is charged to the backtracking budget, not to the search budget.
 */
function canAfford(node: NodeIR, offset: number, context: DecodeContext, scope: Scope): boolean {
  const { backtracking, searchBudget, isTrial, end } = context;
  if (backtracking === Number.POSITIVE_INFINITY) return true; // re-reading for the error message was charged before
  if (backtracking < 0) return false;
  Object.assign(context, { searchBudget: backtracking, isTrial: true });
  const { result, reached } = context.trial(() => decodeNode(node, context, scope));
  const isSearch = typeof result !== 'number' && result.code === 'no-boundary';
  const within = backtracking - context.backtracking + (backtracking - context.searchBudget);
  Object.assign(context, { searchBudget, isTrial });
  context.backtracking = backtracking - Math.max((isSearch ? end : reached) - offset, within);
  return context.backtracking >= 0;
}

/**
 * Whether the budgets cover the failed trials made while reading a node. If they do not, the backtracking budget is exhausted
 * for good. A trial run is needed only if they might not: each alternative can look at no more bytes than there are.
 */
function canRead(node: NodeIR, offset: number, context: DecodeContext, scope: Scope): boolean {
  if (context.isAhead || context.isTrial) return true; // a trial is charged as a whole
  const most = fruitlessPayments(node, context.structs);
  const { backtracking, searchBudget, end } = context;
  if (most === 0 || most * (end - offset) <= Math.min(backtracking, searchBudget)) return true;
  context.isTrial = true;
  context.trial(() => decodeNode(node, context, scope));
  context.isTrial = false;
  const isCovered = context.backtracking >= 0 && context.searchBudget >= 0;
  Object.assign(context, { backtracking: isCovered ? backtracking : -1, searchBudget });
  return isCovered;
}

function failTooCostly(offset: number, context: DecodeContext): typeof FAIL {
  return context.fail(
    'limit-exceeded',
    offset,
    () => 'alternatives that are told apart in linear time',
    () => 'too many failed alternatives',
  );
}

/**
 * Fails because no alternative can be taken, with the error of the one that got furthest. If all failed at the first byte,
 * that error says little, so `otherwise` is used if given.
 *
 * @param member the member that holds the alternative's own value
 */
export function failFurthest(
  { alternatives, followedBy }: Choice,
  member: string | undefined,
  otherwise: (() => string) | undefined,
  context: DecodeContext,
  scope: Scope,
): typeof FAIL {
  if (context.isAhead) return FAIL;
  const { offset, backtracking: budget, searchBudget } = context;
  // they are re-read for their errors; their cost was charged when they were tried
  Object.assign(context, { backtracking: Number.POSITIVE_INFINITY, searchBudget: Number.POSITIVE_INFINITY });
  const ahead = (at: number): string => bytesAhead(context.bytes, at, context.end);
  let furthest = otherwise === undefined ? offset - 1 : offset;
  let fail: (() => void) | undefined =
    otherwise && (() => context.fail('no-arm', offset, otherwise, () => ahead(offset)));
  for (const { name, node } of alternatives) {
    const { result, furthest: reached } = context.trial(() => {
      if (member === undefined) return decodeNode(node, context, scope);
      context.path.push(member); // trials are not traced
      const outcome = decodeNode(node, context, scope);
      context.path.pop();
      return outcome;
    });
    if (reached <= furthest) continue;
    furthest = reached;
    if (typeof result === 'number') {
      const [demand] = followedBy ?? [];
      const wanted = demand === undefined ? 'something else' : describeNode(demand);
      fail = () =>
        context.fail(
          'no-arm',
          reached,
          () => `${wanted} behind ${name}`,
          () => ahead(reached),
        );
    } else {
      fail = () => {
        context.failure = result;
      };
    }
  }
  Object.assign(context, { backtracking: budget, searchBudget });
  fail?.();
  return FAIL;
}

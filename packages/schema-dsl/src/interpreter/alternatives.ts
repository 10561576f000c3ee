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

/** Nodes that are tried on the same bytes, and what must follow the one that is taken, strict demands first. */
export interface Choice<A extends Alternative = Alternative> {
  readonly alternatives: readonly A[];
  readonly followedBy: readonly NodeIR[] | undefined;
  /** Whether there is something to fall back on where none of them fits, or too much was tried for nothing. */
  readonly hasFallback?: boolean;
}

const NO_DEMANDS = [undefined];

/**
 * The first attempt that parses and is followed as demanded; a later demand is tried only where no attempt meets the
 * earlier ones. `undefined` where there is none. Where too many large attempts were made for nothing there is none either,
 * or without something to fall back on it fails.
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

/** Where a node ends if it is tried at an offset, or `undefined`. */
function endOf(node: NodeIR, offset: number, context: DecodeContext, scope: Scope): number | undefined {
  const patterns = bytePatterns(node, context.structs);
  if (!matchesPatterns(patterns, context.bytes, offset, context.end)) return undefined;
  return context.ahead(offset, () =>
    decodeNode(node, context, scope) === FAIL ? undefined : context.offset,
  );
}

/** Whether an attempt at an offset is paid for if it is in vain: a large one that begins as its node can. */
function isChargedAt(node: NodeIR, offset: number, context: DecodeContext): boolean {
  if (context.isAhead || !isCharged(node, context.structs)) return false;
  const first = fewFirstBytes(node, context.structs);
  return first === undefined || first.includes(context.bytes[offset] as number); // none behind the last byte
}

/**
 * Pays for an attempt in vain by the bytes that it looked at, or by what was tried and searched for within it where that is
 * more; gives whether that was covered. It is all paid for as an attempt: searches for boundaries are left what is theirs.
 */
function canAfford(node: NodeIR, offset: number, context: DecodeContext, scope: Scope): boolean {
  const { backtracking, searchBudget, isTrial, end } = context;
  if (backtracking === Number.POSITIVE_INFINITY) return true; // what is read for its error has been paid for
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
 * Whether the budgets cover what reading a node tries for nothing. Where they do not, that of attempts is spent for good.
 * It is read for that only where it might not: of each attempt, no more bytes can be looked at than there are.
 */
function canRead(node: NodeIR, offset: number, context: DecodeContext, scope: Scope): boolean {
  if (context.isAhead || context.isTrial) return true; // what is tried is paid for as a whole
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
 * Fails as no attempt can be taken: with the error of the one that came furthest. Where all failed at the first byte
 * that says little, so there is `otherwise`, if given.
 *
 * @param member what holds the attempt's own value
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
  // they are read for their errors: what they cost has been paid for when they were tried
  Object.assign(context, { backtracking: Number.POSITIVE_INFINITY, searchBudget: Number.POSITIVE_INFINITY });
  const ahead = (at: number): string => bytesAhead(context.bytes, at, context.end);
  let furthest = otherwise === undefined ? offset - 1 : offset;
  let fail: (() => void) | undefined =
    otherwise && (() => context.fail('no-arm', offset, otherwise, () => ahead(offset)));
  for (const { name, node } of alternatives) {
    const { result, furthest: reached } = context.trial(() => {
      if (member === undefined) return decodeNode(node, context, scope);
      context.path.push(member); // nobody else is told of a trial
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

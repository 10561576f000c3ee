import { bytesAhead } from '@bytewright/runtime/codec';
import type { Attempt } from '../ir/analysis/attempts.js';
import { fewFirstBytes, isPaidFor } from '../ir/analysis/attempts.js';
import { bytePatterns, matchesPatterns } from '../ir/analysis/byte-patterns.js';
import { fruitlessPayments } from '../ir/analysis/fruitless-payments.js';
import { describeNode } from '../ir/describe-node.js';
import type { NodeIR } from '../ir/node.js';
import type { Decoding } from './decoding.js';
import type { Outcome } from './failure.js';
import { FAIL } from './failure.js';
import { decodeNode } from './nodes/index.js';
import { parses } from './nodes/lookahead.js';
import type { Scope } from './scope.js';

/** Nodes that are tried on the same bytes, and what must follow the one that is taken, strict demands first. */
export interface Choice<A extends Attempt = Attempt> {
  readonly attempts: readonly A[];
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
export function choose<A extends Attempt>(
  { attempts, followedBy, hasFallback = false }: Choice<A>,
  offset: number,
  decoding: Decoding,
  scope: Scope,
): Outcome<A | undefined> {
  const ends = new Map<A, number | undefined>();
  for (const demand of followedBy?.length ? followedBy : NO_DEMANDS) {
    for (const attempt of attempts) {
      const { node } = attempt;
      const isFirst = !ends.has(attempt);
      const isCounted = isFirst && isPaidAt(node, offset, decoding);
      if (isCounted && hasFallback && decoding.attempts < 0) return undefined;
      if (isFirst) ends.set(attempt, endOf(node, offset, decoding, scope));
      const end = ends.get(attempt);
      if (end !== undefined && (demand === undefined || parses(demand, end, decoding, scope)))
        return !hasFallback || canRead(node, offset, decoding, scope) ? attempt : undefined;
      if (!isCounted || canPayFor(node, offset, decoding, scope)) continue;
      return hasFallback ? undefined : failTooCostly(offset, decoding);
    }
  }
  return undefined;
}

/** Where a node ends if it is tried at an offset, or `undefined`. */
function endOf(node: NodeIR, offset: number, decoding: Decoding, scope: Scope): number | undefined {
  const patterns = bytePatterns(node, decoding.structs);
  if (!matchesPatterns(patterns, decoding.bytes, offset, decoding.end)) return undefined;
  return decoding.ahead(offset, () =>
    decodeNode(node, decoding, scope) === FAIL ? undefined : decoding.offset,
  );
}

/** Whether an attempt at an offset is paid for if it is in vain: a large one that begins as its node can. */
function isPaidAt(node: NodeIR, offset: number, decoding: Decoding): boolean {
  if (decoding.isAhead || !isPaidFor(node, decoding.structs)) return false;
  const first = fewFirstBytes(node, decoding.structs);
  return first === undefined || first.includes(decoding.bytes[offset] as number); // none behind the last byte
}

/**
 * Pays for an attempt in vain by the bytes that it looked at, or by what was tried and searched for within it where that is
 * more; gives whether that was covered. It is all paid for as an attempt: searches for boundaries are left what is theirs.
 */
function canPayFor(node: NodeIR, offset: number, decoding: Decoding, scope: Scope): boolean {
  const { attempts, scans, isTrial, end } = decoding;
  if (attempts === Number.POSITIVE_INFINITY) return true; // what is read for its error has been paid for
  if (attempts < 0) return false;
  Object.assign(decoding, { scans: attempts, isTrial: true });
  const { result, reached } = decoding.trial(() => decodeNode(node, decoding, scope));
  const isSearch = typeof result !== 'number' && result.code === 'no-boundary';
  const within = attempts - decoding.attempts + (attempts - decoding.scans);
  Object.assign(decoding, { scans, isTrial });
  decoding.attempts = attempts - Math.max((isSearch ? end : reached) - offset, within);
  return decoding.attempts >= 0;
}

/**
 * Whether the budgets cover what reading a node tries for nothing. Where they do not, that of attempts is spent for good.
 * It is read for that only where it might not: of each attempt, no more bytes can be looked at than there are.
 */
function canRead(node: NodeIR, offset: number, decoding: Decoding, scope: Scope): boolean {
  if (decoding.isAhead || decoding.isTrial) return true; // what is tried is paid for as a whole
  const most = fruitlessPayments(node, decoding.structs);
  const { attempts, scans, end } = decoding;
  if (most === 0 || most * (end - offset) <= Math.min(attempts, scans)) return true;
  decoding.isTrial = true;
  decoding.trial(() => decodeNode(node, decoding, scope));
  decoding.isTrial = false;
  const isCovered = decoding.attempts >= 0 && decoding.scans >= 0;
  Object.assign(decoding, { attempts: isCovered ? attempts : -1, scans });
  return isCovered;
}

function failTooCostly(offset: number, decoding: Decoding): typeof FAIL {
  return decoding.fail(
    'limit-exceeded',
    offset,
    () => 'alternatives that are told apart in linear time',
    () => 'too many fruitless attempts',
  );
}

/**
 * Fails as no attempt can be taken: with the error of the one that came furthest. Where all failed at the first byte
 * that says little, so there is `otherwise`, if given.
 *
 * @param member what holds the attempt's own value
 */
export function failFurthest(
  { attempts, followedBy }: Choice,
  member: string | undefined,
  otherwise: (() => string) | undefined,
  decoding: Decoding,
  scope: Scope,
): typeof FAIL {
  if (decoding.isAhead) return FAIL;
  const { offset, attempts: budget, scans } = decoding;
  // they are read for their errors: what they cost has been paid for when they were tried
  Object.assign(decoding, { attempts: Number.POSITIVE_INFINITY, scans: Number.POSITIVE_INFINITY });
  const ahead = (at: number): string => bytesAhead(decoding.bytes, at, decoding.end);
  let furthest = otherwise === undefined ? offset - 1 : offset;
  let fail: (() => void) | undefined =
    otherwise && (() => decoding.fail('no-arm', offset, otherwise, () => ahead(offset)));
  for (const { name, node } of attempts) {
    const { result, furthest: reached } = decoding.trial(() => {
      if (member === undefined) return decodeNode(node, decoding, scope);
      decoding.path.push(member); // nobody else is told of a trial
      const outcome = decodeNode(node, decoding, scope);
      decoding.path.pop();
      return outcome;
    });
    if (reached <= furthest) continue;
    furthest = reached;
    if (typeof result === 'number') {
      const [demand] = followedBy ?? [];
      const wanted = demand === undefined ? 'something else' : describeNode(demand);
      fail = () =>
        decoding.fail(
          'no-arm',
          reached,
          () => `${wanted} behind ${name}`,
          () => ahead(reached),
        );
    } else {
      fail = () => {
        decoding.failure = result;
      };
    }
  }
  Object.assign(decoding, { attempts: budget, scans });
  fail?.();
  return FAIL;
}

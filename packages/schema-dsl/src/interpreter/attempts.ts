import { bytesAhead } from '@bytewright/runtime';
import type { Attempt } from '../ir/analysis/attempts.js';
import { fewFirstBytes, isPaidFor } from '../ir/analysis/attempts.js';
import { bytePatterns, matchesPatterns } from '../ir/analysis/byte-patterns.js';
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
}

const NO_DEMANDS = [undefined];

/**
 * The first attempt that parses and is followed as demanded; a later demand is tried only where no attempt meets the
 * earlier ones. `undefined` where there is none; fails where too many large attempts were made for nothing.
 */
export function choose<A extends Attempt>(
  { attempts, followedBy }: Choice<A>,
  offset: number,
  decoding: Decoding,
  scope: Scope,
): Outcome<A | undefined> {
  const ends = new Map<A, number | undefined>();
  for (const demand of followedBy?.length ? followedBy : NO_DEMANDS) {
    for (const attempt of attempts) {
      const isFirst = !ends.has(attempt);
      if (isFirst) ends.set(attempt, endOf(attempt.node, offset, decoding, scope));
      const end = ends.get(attempt);
      if (end !== undefined && (demand === undefined || parses(demand, end, decoding, scope))) return attempt;
      if (isFirst && payFor(attempt.node, offset, decoding, scope) === FAIL) return FAIL;
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

/** A large attempt that was made for nothing is paid for by the bytes that it looked at. */
function payFor(node: NodeIR, offset: number, decoding: Decoding, scope: Scope): Outcome<undefined> {
  if (decoding.isAhead || !isPaidFor(node, decoding.structs)) return undefined;
  const first = fewFirstBytes(node, decoding.structs);
  if (first !== undefined && !first.includes(decoding.bytes[offset] ?? -1)) return undefined;
  const { result, reached } = decoding.trial(() => decodeNode(node, decoding, scope));
  const isSearch = typeof result !== 'number' && result.code === 'no-boundary';
  decoding.scans -= (isSearch ? decoding.end : reached) - offset;
  if (decoding.scans >= 0) return undefined;
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
  const { offset } = decoding;
  const ahead = (at: number): string => bytesAhead(decoding.bytes, at, decoding.end);
  let furthest = otherwise === undefined ? offset - 1 : offset;
  let fail: (() => typeof FAIL) | undefined =
    otherwise && (() => decoding.fail('no-arm', offset, otherwise, () => ahead(offset)));
  for (const { name, node } of attempts) {
    const { result, furthest: reached } = decoding.trial(() => {
      if (member === undefined) return decodeNode(node, decoding, scope);
      decoding.enter(member, () => ({ type: describeNode(node) }));
      const outcome = decodeNode(node, decoding, scope);
      decoding.leave(outcome);
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
        return FAIL;
      };
    }
  }
  return fail?.() ?? FAIL;
}

import { isEncodeError } from '@bytewright/runtime';
import type { Attempt } from '../../ir/analysis/attempts.js';
import { searchAttempts } from '../../ir/analysis/attempts.js';
import type { SearchNode } from '../../ir/node.js';
import { choose, failFurthest } from '../attempts.js';
import { Encoding, NO_BYTES } from '../encoding.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { Reading } from './reading.js';

export const search: Reading<SearchNode> = {
  decode(node, decoding, scope) {
    const choice = { attempts: searchAttempts(node), followedBy: node.followedBy };
    const found = choose(choice, decoding.offset, decoding, scope);
    if (found === FAIL) return FAIL;
    if (found === undefined) return failFurthest(choice, undefined, undefined, decoding, scope);
    return decodeNode(found.node, decoding, scope);
  },
  size: (node, value, encoding, scope) =>
    sizeNode(solve(node, value, encoding, scope).node, value, encoding, scope),
  encode(node, value, encoding, scope) {
    const solution = solve(node, value, encoding, scope);
    const { offset } = encoding;
    const choice = { attempts: searchAttempts(node), followedBy: node.followedBy };
    encoding.decide(offset, (decoding) => choose(choice, offset, decoding, scope) === solution);
    encodeNode(solution.node, value, encoding, scope);
  },
};

/** The first attempt with which the value can be encoded; where there is none, the one that comes furthest: its error tells most. */
function solve(node: SearchNode, value: unknown, encoding: Encoding, scope: Scope): Attempt {
  const attempts = searchAttempts(node);
  const [only, ...others] = attempts;
  if (only !== undefined && others.length === 0) return only;
  let furthest: { readonly attempt: Attempt; readonly refusal: Refusal } | undefined;
  for (const attempt of attempts) {
    const refusal = refusalOf(attempt, value, encoding, scope);
    if (refusal === undefined) return attempt;
    if (furthest === undefined || isFurther(refusal, furthest.refusal)) furthest = { attempt, refusal };
  }
  if (furthest === undefined) throw new TypeError('a search without values');
  return furthest.attempt;
}

/** How far an attempt came: nowhere, if its size was refused. */
interface Refusal {
  readonly offset: number;
  readonly fieldsWritten: number;
}

const isFurther = (one: Refusal, other: Refusal): boolean =>
  one.offset === other.offset ? one.fieldsWritten > other.fieldsWritten : one.offset > other.offset;

/** Where a value is refused with a parameter bound, if it is. Nothing of the encoding around is touched. */
function refusalOf({ node }: Attempt, value: unknown, encoding: Encoding, scope: Scope): Refusal | undefined {
  let scratch: Encoding | undefined;
  try {
    const { structs } = encoding;
    const sizing = new Encoding(NO_BYTES, structs, true, encoding);
    const bytes = new Uint8Array(sizeNode(node, value, sizing, scope));
    scratch = new Encoding(bytes, structs, false, encoding);
    encodeNode(node, value, scratch, scope);
    return undefined;
  } catch (error) {
    if (isEncodeError(error))
      return { offset: error.offset ?? -1, fieldsWritten: scratch?.fieldsWritten ?? 0 };
    throw error;
  }
}

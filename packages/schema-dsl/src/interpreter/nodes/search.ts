import { isEncodeError } from '@bytewright/runtime';
import type { Candidate } from '../../ir/analysis/candidates.js';
import { searchCandidates } from '../../ir/analysis/candidates.js';
import type { SearchNode } from '../../ir/node.js';
import { choose, failFurthest } from '../attempts.js';
import { Encoding, NO_BYTES } from '../encoding.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { Reading } from './reading.js';

export const search: Reading<SearchNode> = {
  decode(node, decoding, scope) {
    const choice = { attempts: searchCandidates(node), followedBy: node.followedBy };
    const found = choose(choice, decoding.offset, decoding, scope);
    if (found === FAIL) return FAIL;
    if (found === undefined) return failFurthest(choice, undefined, undefined, decoding, scope);
    return decodeNode(found.node, decoding, scope);
  },
  size: (node, value, encoding, scope) =>
    sizeNode(solve(searchCandidates(node), value, encoding, scope).node, value, encoding, scope),
  encode(node, value, encoding, scope) {
    const solution = solve(searchCandidates(node), value, encoding, scope);
    const { offset } = encoding;
    const choice = { attempts: searchCandidates(node), followedBy: node.followedBy };
    encoding.decide(offset, (decoding) => choose(choice, offset, decoding, scope) === solution);
    encodeNode(solution.node, value, encoding, scope);
  },
};

/** The first candidate with which the value can be encoded; where there is none, the one that comes furthest: its error tells most. */
export function solve<C extends Candidate>(
  candidates: readonly C[],
  value: unknown,
  encoding: Encoding,
  scope: Scope,
): C {
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  let furthest: { readonly candidate: C; readonly refusal: Refusal } | undefined;
  for (const candidate of candidates) {
    const refusal = refusalOf(candidate, value, encoding, scope);
    if (refusal === undefined) return candidate;
    if (furthest === undefined || isFurther(refusal, furthest.refusal)) furthest = { candidate, refusal };
  }
  if (furthest === undefined) throw new TypeError('a search without values');
  return furthest.candidate;
}

/** How far a candidate came: nowhere, if its size was refused. */
interface Refusal {
  readonly offset: number;
  readonly fieldsWritten: number;
}

const isFurther = (one: Refusal, other: Refusal): boolean =>
  one.offset === other.offset ? one.fieldsWritten > other.fieldsWritten : one.offset > other.offset;

/** Where a value is refused with a parameter bound, if it is. Nothing of the encoding around is touched. */
function refusalOf(
  { node }: Candidate,
  value: unknown,
  encoding: Encoding,
  scope: Scope,
): Refusal | undefined {
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

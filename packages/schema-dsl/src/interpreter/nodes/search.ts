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
  let [furthest] = candidates as readonly [C, ...C[]]; // a search has values
  if (candidates.length === 1) return furthest;
  let most = NOWHERE;
  for (const candidate of candidates) {
    const refusal = refusalOf(candidate, value, encoding, scope);
    if (refusal === undefined) return candidate;
    if (isFurther(refusal, most)) [furthest, most] = [candidate, refusal];
  }
  return furthest;
}

/** How far a candidate came: nowhere, if its size was refused. */
interface Refusal {
  readonly offset: number;
  readonly fieldsWritten: number;
}

const NOWHERE: Refusal = { offset: -1, fieldsWritten: 0 };

const isFurther = (one: Refusal, other: Refusal): boolean =>
  (one.offset - other.offset || one.fieldsWritten - other.fieldsWritten) > 0;

/** Where a value is refused with a parameter bound, if it is. Nothing of the encoding around is touched. */
function refusalOf(
  { node }: Candidate,
  value: unknown,
  encoding: Encoding,
  scope: Scope,
): Refusal | undefined {
  const { structs } = encoding;
  let scratch = new Encoding(NO_BYTES, structs, true, encoding);
  try {
    const bytes = new Uint8Array(sizeNode(node, value, scratch, scope));
    scratch = new Encoding(bytes, structs, false, encoding);
    encodeNode(node, value, scratch, scope);
    return undefined;
  } catch (error) {
    if (!isEncodeError(error)) throw error;
    return { offset: error.offset ?? NOWHERE.offset, fieldsWritten: scratch.fieldsWritten };
  }
}

import { isEncodeError } from '@bytewright/runtime';
import { isStackOverflow } from '@bytewright/runtime/codec';
import type { Candidate } from '../../ir/analysis/candidates.js';
import { searchCandidates, searchesOf } from '../../ir/analysis/candidates.js';
import type { ConstantValue } from '../../ir/expression.js';
import { constantValue } from '../../ir/expression.js';
import type { NodeIR, SearchNode } from '../../ir/node.js';
import { choose, failFurthest } from '../attempts.js';
import { Encoding, NO_BYTES } from '../encoding.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { toldFacts } from '../told-facts.js';
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
    sizeNode(solve(node, searchCandidates(node), value, encoding, scope).node, value, encoding, scope),
  encode(node, value, encoding, scope) {
    const solution = solve(node, searchCandidates(node), value, encoding, scope);
    const { offset } = encoding;
    const choice = { attempts: searchCandidates(node), followedBy: node.followedBy };
    encoding.decide(offset, (decoding) => choose(choice, offset, decoding, scope) === solution);
    encodeNode(solution.node, value, encoding, scope);
  },
};

/**
 * The first candidate with which the value can be encoded, of those that its shape does not exclude; where there is none, the first
 * of those that come furthest: its error tells most.
 *
 * @param node what the candidates are of
 */
export function solve<C extends Candidate>(
  node: NodeIR,
  candidates: readonly C[],
  value: unknown,
  encoding: Encoding,
  scope: Scope,
): C {
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  const searches = node.kind === 'search' ? searchesOf(node) : [];
  const told = toldFacts(searches, value, scope.environment, encoding.structs);
  const [first, ...further] = candidates.filter(({ facts }) => areFacts(told, facts));
  if (first === undefined) throw new TypeError('a value tells what is not searched for');
  if (further.length === 0) return first;
  let furthest = { candidate: first, offset: Number.NEGATIVE_INFINITY };
  for (const candidate of [first, ...further]) {
    const offset = refusalOf(candidate, value, encoding, scope);
    if (offset === undefined) return candidate;
    if (offset > furthest.offset) furthest = { candidate, offset };
  }
  return furthest.candidate;
}

const areFacts = (told: ReadonlyMap<string, ConstantValue>, facts: Candidate['facts']): boolean =>
  [...told].every(([name, is]) => {
    const fact = facts[name];
    return fact !== undefined && Object.is(constantValue(fact), is);
  });

/**
 * Where a value is refused with a parameter bound, if it is: at -1, if its size was, or if it computes with something that nobody
 * has looked at yet. Nothing of the encoding around is touched.
 */
function refusalOf(
  { node }: Candidate,
  value: unknown,
  encoding: Encoding,
  scope: Scope,
): number | undefined {
  try {
    const { structs } = encoding;
    const sizing = new Encoding(NO_BYTES, structs, true, encoding);
    const bytes = new Uint8Array(sizeNode(node, value, sizing, scope));
    encodeNode(node, value, new Encoding(bytes, structs, false, encoding), scope);
    return undefined;
  } catch (error) {
    if (isStackOverflow(error)) throw error;
    return (isEncodeError(error) ? error.offset : undefined) ?? -1;
  }
}

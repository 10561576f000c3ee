import { isEncodeError } from '@bytewright/runtime';
import { isStackOverflow } from '@bytewright/runtime/codec';
import type { Candidate } from '../../ir/analysis/candidates.js';
import { searchCandidates, searchesOf } from '../../ir/analysis/candidates.js';
import type { ConstantValue } from '../../ir/expression.js';
import { constantValue } from '../../ir/expression.js';
import type { NodeIR, SearchNode } from '../../ir/node.js';
import { choose, failFurthest } from '../alternatives.js';
import { EncodeContext, NO_BYTES } from '../encode-context.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { toldParameters } from '../told-parameters.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { NodeHandler } from './node-handler.js';

export const search: NodeHandler<SearchNode> = {
  decode(node, context, scope) {
    const choice = { alternatives: searchCandidates(node), followedBy: node.followedBy };
    const found = choose(choice, context.offset, context, scope);
    if (found === FAIL) return FAIL;
    if (found === undefined) return failFurthest(choice, undefined, undefined, context, scope);
    return decodeNode(found.node, context, scope);
  },
  size: (node, value, context, scope) =>
    sizeNode(solve(node, searchCandidates(node), value, context, scope).node, value, context, scope),
  encode(node, value, context, scope) {
    const solution = solve(node, searchCandidates(node), value, context, scope);
    const { offset } = context;
    const choice = { alternatives: searchCandidates(node), followedBy: node.followedBy };
    context.decide(offset, (context) => choose(choice, offset, context, scope) === solution);
    encodeNode(solution.node, value, context, scope);
  },
};

/**
 * The first candidate with which the value can be encoded, of those that the value's shape allows; if there is none, the
 * first of those that get furthest, as its error is the most useful.
 *
 * @param node the node that the candidates belong to
 */
export function solve<C extends Candidate>(
  node: NodeIR,
  candidates: readonly C[],
  value: unknown,
  context: EncodeContext,
  scope: Scope,
): C {
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  const searches = node.kind === 'search' ? searchesOf(node) : [];
  const told = toldParameters(searches, value, scope.environment, context.structs);
  const [first, ...further] = candidates.filter(({ searched }) => agree(told, searched));
  if (first === undefined) throw new TypeError('a value tells what is not searched for');
  if (further.length === 0) return first;
  let furthest = { candidate: first, offset: Number.NEGATIVE_INFINITY };
  for (const candidate of [first, ...further]) {
    const offset = refusalOf(candidate, value, context, scope);
    if (offset === undefined) return candidate;
    if (offset > furthest.offset) furthest = { candidate, offset };
  }
  return furthest.candidate;
}

const agree = (told: ReadonlyMap<string, ConstantValue>, searched: Candidate['searched']): boolean =>
  [...told].every(([name, is]) => {
    const clue = searched[name];
    return clue !== undefined && Object.is(constantValue(clue), is);
  });

/**
 * Where a value is rejected with a parameter bound, if it is: -1 if computing its size failed, or if it computes with
 * something that has not been checked yet. The surrounding encoding is not touched.
 */
function refusalOf(
  { node }: Candidate,
  value: unknown,
  context: EncodeContext,
  scope: Scope,
): number | undefined {
  try {
    const { structs } = context;
    const sizing = new EncodeContext(NO_BYTES, structs, true, context);
    const bytes = new Uint8Array(sizeNode(node, value, sizing, scope));
    encodeNode(node, value, new EncodeContext(bytes, structs, false, context), scope);
    return undefined;
  } catch (error) {
    if (isStackOverflow(error)) throw error;
    return (isEncodeError(error) ? error.offset : undefined) ?? -1;
  }
}

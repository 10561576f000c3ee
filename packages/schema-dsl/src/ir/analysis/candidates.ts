import { describe } from '@bytewright/runtime/codec';
import type { Constant } from '../expression.js';
import { constantValue } from '../expression.js';
import type { NodeIR, SearchNode, TaggedArmIR, TagIR, UnionNode } from '../node.js';
import type { Alternative } from './alternatives.js';
import { tagsOf } from './arm-tags.js';

/** A node with a value for each parameter that is searched for. */
export interface Candidate extends Alternative {
  /** What is assumed: a value for each parameter, the outermost search's first. Empty where nothing is searched for. */
  readonly searched: Readonly<Record<string, Constant>>;
}

/** A candidate of a union: one of its arms, with what is assumed. */
export interface ArmCandidate extends Candidate {
  readonly arm: TaggedArmIR;
}

const ofSearches = new WeakMap<SearchNode, readonly Candidate[]>();

/**
 * All that a search tries, in order. Searches directly within one another that demand the same behind them are one search over
 * the product of their values, the outermost varying slowest.
 *
 * @example `search(a, [1, 2], search(b, [true, false], Struct))` has four: 1 and true, 1 and false, 2 and true, 2 and false
 */
export function searchCandidates(search: SearchNode): readonly Candidate[] {
  const known = ofSearches.get(search);
  if (known !== undefined) return known;
  const { parameter, values, node, followedBy } = search;
  const isOne = node.kind === 'search' && hasSameDemands(node.followedBy, followedBy);
  const inner = isOne ? searchCandidates(node) : undefined;
  const candidates = values.flatMap((value): readonly Candidate[] => {
    const bindings = [{ parameter, value: { op: 'constant', value } }] as const;
    const bound = (within: NodeIR): NodeIR => ({ kind: 'bind', node: within, bindings });
    if (inner === undefined)
      return [
        {
          name: `${parameter} ${describe(constantValue(value))}`,
          node: bound(node),
          searched: { [parameter]: value },
        },
      ];
    return inner.map(({ name, node: within, searched }) => ({
      name,
      node: bound(within),
      searched: { [parameter]: value, ...searched },
    }));
  });
  ofSearches.set(search, candidates);
  return candidates;
}

/** A search that is an arm, and the searches in it that are one with it, outermost first. */
export function searchesOf(search: SearchNode): readonly SearchNode[] {
  const { node, followedBy } = search;
  const isOne = node.kind === 'search' && hasSameDemands(node.followedBy, followedBy);
  return isOne ? [search, ...searchesOf(node)] : [search];
}

/** What is searched in, below {@link searchesOf} a search. */
export function searchedNode(search: SearchNode): NodeIR {
  return (searchesOf(search).at(-1) ?? search).node;
}

const ofArms = new WeakMap<TaggedArmIR, readonly ArmCandidate[]>();

/**
 * What decode tries for one of a union's arms. An arm that is a search, with the same demands as the union, is one candidate for
 * each combination of values, so that the union's choice and the search are one; any other arm is one.
 */
export function armCandidates(union: UnionNode, arm: TaggedArmIR): readonly ArmCandidate[] {
  const known = ofArms.get(arm);
  if (known !== undefined) return known;
  const { name, node } = arm;
  const candidates = isSearchedArm(union, arm)
    ? searchCandidates(node as SearchNode).map((candidate) => ({ ...candidate, arm })) // as was just seen
    : [{ name, node, searched: {}, arm }];
  ofArms.set(arm, candidates);
  return candidates;
}

/** Whether an arm's search and its union's choice are one. */
export function isSearchedArm(union: UnionNode, { node }: TaggedArmIR): boolean {
  return node.kind === 'search' && isTable(union);
}

const tables = new WeakMap<UnionNode, boolean>();

/**
 * Whether a union's arms make a table: all are structs, perhaps searched for, that plain texts or integers stand for. Code for it
 * is then data.
 */
export function isTable(union: UnionNode): boolean {
  const known = tables.get(union);
  if (known !== undefined) return known;
  const { arms, selector } = union;
  const found =
    selector !== undefined &&
    arms.length > 0 &&
    arms.every(
      (arm) => arm.rawTag === undefined && tagsOf(arm).every(isPlainTag) && isStructArm(arm.node, union),
    );
  tables.set(union, found);
  return found;
}

const isPlainTag = (tag: TagIR): boolean =>
  typeof tag === 'string' || (Number.isSafeInteger(tag) && !Object.is(tag, -0));

/**
 * Whether an arm is a struct that is told what is handed down to the union, constants, and what is searched for: where the arm is
 * tried, and both demand the same behind it.
 */
function isStructArm(node: NodeIR, union: UnionNode): boolean {
  if (node.kind === 'search') {
    const isTried = union.followedBy !== undefined || union.fallback !== undefined;
    return isTried && hasSameDemands(node.followedBy, union.followedBy) && isStructArm(node.node, union);
  }
  if (node.kind === 'bind')
    return (
      node.node.kind !== 'search' &&
      node.bindings.every(({ value }) => value.op === 'constant' || value.op === 'parameter') &&
      isStructArm(node.node, union)
    );
  return node.kind === 'struct';
}

function hasSameDemands(one: readonly NodeIR[] = [], other: readonly NodeIR[] = []): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

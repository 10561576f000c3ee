import { describe } from '@bytewright/runtime/codec';
import type { Constant } from '../expression.js';
import { constantValue } from '../expression.js';
import type { NodeIR, SearchNode, TaggedArmIR, TagIR, UnionNode } from '../node.js';
import type { Alternative } from './alternatives.js';
import { tagsOf } from './arm-tags.js';

/** A node with a value for each parameter that is searched for. */
export interface Candidate extends Alternative {
  /** The assumed value of each parameter, the outermost search's first. Empty if nothing is searched for. */
  readonly searched: Readonly<Record<string, Constant>>;
}

/** A candidate of a union: one of its arms, with the assumed values. */
export interface ArmCandidate extends Candidate {
  readonly arm: TaggedArmIR;
}

const ofSearches = new WeakMap<SearchNode, readonly Candidate[]>();

/**
 * All candidates of a search, in order. Directly nested searches with the same demands are one search over the product of
 * their values, the outermost varying slowest.
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

/** A search that is an arm, and the nested searches that are merged with it, outermost first. */
export function searchesOf(search: SearchNode): readonly SearchNode[] {
  const { node, followedBy } = search;
  const isOne = node.kind === 'search' && hasSameDemands(node.followedBy, followedBy);
  return isOne ? [search, ...searchesOf(node)] : [search];
}

/** The node that is searched, below {@link searchesOf} a search. */
export function searchedNode(search: SearchNode): NodeIR {
  return (searchesOf(search).at(-1) ?? search).node;
}

const ofArms = new WeakMap<TaggedArmIR, readonly ArmCandidate[]>();

/**
 * The candidates of one of a union's arms. An arm that is a search with the same demands as the union is one candidate per
 * combination of values, so that the union's choice and the search are merged; any other arm is one candidate.
 */
export function armCandidates(union: UnionNode, arm: TaggedArmIR): readonly ArmCandidate[] {
  const known = ofArms.get(arm);
  if (known !== undefined) return known;
  const { name, node } = arm;
  const candidates = isSearchedArm(union, arm)
    ? searchCandidates(node as SearchNode).map((candidate) => ({ ...candidate, arm })) // as just checked
    : [{ name, node, searched: {}, arm }];
  ofArms.set(arm, candidates);
  return candidates;
}

/** Whether an arm's search and its union's choice are merged. */
export function isSearchedArm(union: UnionNode, { node }: TaggedArmIR): boolean {
  return node.kind === 'search' && isTable(union);
}

const tables = new WeakMap<UnionNode, boolean>();

/**
 * Whether a union's arms form a table: all are structs, possibly searched for, with plain strings or integers as tags. Code for
 * it is then data.
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
 * Whether an arm is a struct whose bindings are only inherited parameters, constants, and parameters searched for, the latter
 * only if the arm is tried and both have the same demands.
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

import { acceptsAny } from '../ir/analysis/accepts-any.js';
import type { Alternative } from '../ir/analysis/alternatives.js';
import { isCharged, LOOK_AHEAD_LIMIT } from '../ir/analysis/alternatives.js';
import { tagGroups, triedArms } from '../ir/analysis/arm-tags.js';
import { childrenOf, structsIn } from '../ir/analysis/children.js';
import { areDisjoint, firstBytes } from '../ir/analysis/first-bytes.js';
import { holdsValue } from '../ir/analysis/holds-value.js';
import { ownsRegion } from '../ir/analysis/positioned.js';
import { searchedParameters, searchedRoot } from '../ir/analysis/searched-root.js';
import { sizeBounds } from '../ir/analysis/size-bounds.js';
import { structNamed } from '../ir/analysis/struct-named.js';
import type { NodeIR } from '../ir/node.js';
import type { SchemaIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import { checkCostShows } from './check-cost-shows.js';
import { Faults } from './faults.js';

/** The maximum number of combinations of values of nested searches: each is a trial of the innermost. */
const SEARCH_LIMIT = 16;

/** How a decoder reaches a node. */
interface Way {
  /** Whether it may reach it many times: in a list, or in a struct that contains itself. */
  readonly isRepeated: boolean;
  /** Whether it only looks ahead. */
  readonly isAhead: boolean;
  /** Whether a single trial may reach it many times, so that its cost is not counted. */
  readonly isRepeatedAhead: boolean;
  /** The number of trials of the enclosing searches, which multiplies that of this one. */
  readonly trials: number;
}

/**
 * Keeps decoding linear. Whatever is tried at many offsets (boundaries, sentinels, look-ahead inside lists) must have a
 * bounded size and no recursion. Alternatives at the current offset may be large: failed ones are charged for the bytes
 * they looked at, so those must be known. Also rejects sentinels and arms that can never work.
 */
export function checkLookAhead(ir: SchemaIR, faults: Faults): void {
  const check = lookAheadCheck(ir, faults);
  faults.attempt(() => check(ir.root, rootName(ir)));
  faults.each(Object.keys(ir.structs), (name) => check({ kind: 'struct', name }, name));
  checkSearchedRoot(ir, faults);
}

const rootName = ({ root }: SchemaIR): string => (root.kind === 'struct' ? root.name : 'root');

/** Candidates at a root are tried ahead like any search, although the schema has no explicit search there. */
function checkSearchedRoot(ir: SchemaIR, faults: Faults): void {
  const root = searchedRoot(ir);
  if (root === ir.root) return;
  const own = new Faults();
  own.attempt(() => lookAheadCheck(ir, own)(root, rootName(ir)));
  const names = searchedParameters(ir).map(({ name }) => name);
  for (const { code, path, problem } of own.found)
    faults.note(
      new SchemaError(
        code,
        path,
        `as the candidates of ${names.join(', ')} are tried at the root, ${problem}`,
      ),
    );
}

/** The check of a node and everything below it; each struct is visited once per way in which a decoder reaches it. */
function lookAheadCheck(ir: SchemaIR, faults: Faults): (node: NodeIR, path: string) => void {
  const { structs } = ir;
  const requireBounded = (node: NodeIR, path: string, what: string): void => {
    const { max } = sizeBounds(node, structs);
    if (max > LOOK_AHEAD_LIMIT) {
      const size = max === Number.POSITIVE_INFINITY ? 'any size' : `up to ${max} bytes`;
      throw new SchemaError(
        'costly-look-ahead',
        path,
        `${what} may take ${size}, but is tried at many offsets; limit it to ${LOOK_AHEAD_LIMIT} bytes`,
      );
    }
  };
  const checkAlternatives = (
    alternatives: readonly Alternative[],
    followedBy: readonly NodeIR[],
    path: string,
    way: Way,
  ): void => {
    for (const { name, node } of alternatives) {
      const where = name === '' ? path : `${path}.${name}`;
      if (way.isRepeatedAhead)
        requireBounded(node, where, 'an alternative inside a list that is itself tried ahead');
      else if (way.isRepeated && isCharged(node, structs)) checkCostShows(node, where, ir);
    }
    if (way.isRepeated)
      for (const demand of followedBy) requireBounded(demand, path, 'a followedBy() demand inside a list');
  };

  // what is found in a struct depends only on how a decoder reaches it, so it is visited once per way
  const seen = new Set<string>();
  const visit = (node: NodeIR, path: string, way: Way): void => {
    switch (node.kind) {
      case 'bytes':
      case 'string':
        if (node.extent.kind === 'until') {
          const { boundaries } = node.extent;
          for (const boundary of boundaries) requireBounded(boundary, path, 'a boundary');
          if (way.isRepeatedAhead && boundaries.length > 1)
            throw new SchemaError(
              'costly-look-ahead',
              path,
              'bytes that end at one of several boundaries, inside a list that is itself tried ahead, may each be searched to the end of the region; use one boundary there',
            );
        }
        break;
      case 'list':
        checkList(node, path, ir);
        if (way.isAhead && sizeBounds(node.element, structs).min === 0) {
          throw new SchemaError(
            'empty-elements',
            path,
            'a list whose elements may take no bytes is unbounded in a look-ahead; make each element take at least one byte',
          );
        }
        if (node.extent.kind === 'sentinel') requireBounded(node.extent.sentinel, path, 'the sentinel');
        if (node.extent.kind === 'while') requireBounded(node.extent.ahead, path, 'the node of whilePeek()');
        break;
      case 'peek':
      case 'lookahead':
      case 'presence':
        if (way.isRepeated) requireBounded(node.node, path, `${node.kind}() inside a list`);
        break;
      case 'firstOf':
        checkAlternatives(node.arms, node.followedBy, path, way);
        checkReachable(node.arms, node.followedBy.length > 0, path, ir);
        break;
      case 'union':
        checkAlternatives(triedArms(node), node.followedBy ?? [], path, way);
        for (const group of tagGroups(node))
          checkReachable(group.arms, node.followedBy !== undefined, path, ir);
        break;
      case 'search': {
        const trials = way.trials * node.values.length;
        if (trials > SEARCH_LIMIT)
          throw new SchemaError(
            'wrong-search',
            path,
            `nested searches try ${trials} combinations of values; reduce them to at most ${SEARCH_LIMIT}`,
          );
        checkAlternatives([{ name: '', node: node.node }], node.followedBy ?? [], path, way);
        visit(node.node, path, { ...way, trials });
        break;
      }
      case 'struct': {
        const struct = structNamed(node.name, structs);
        if (way.isAhead && ownsRegion(struct)) {
          throw new SchemaError(
            'positioned-look-ahead',
            path,
            `${node.name} has fields at offsets, which cannot be tried ahead; use something before it`,
          );
        }
        if (way.isAhead && struct.recursive) throw recursiveAhead(struct.name, path);
        const key = `${node.name} ${way.isRepeated} ${way.isAhead} ${way.isRepeatedAhead} ${way.trials}`;
        if (seen.has(key)) return;
        seen.add(key);
        // a recursive struct may be reached as often as an element of a list
        const inside = { ...way, isRepeated: way.isRepeated || struct.recursive };
        faults.each(struct.fields, (field) => visit(field.node, `${node.name}.${field.name}`, inside));
        return;
      }
      default:
    }
    const { inline, ahead } = childrenOf(node);
    const isList = node.kind === 'list';
    const isSearch = isList || node.kind === 'bytes' || node.kind === 'string';
    const here = {
      ...way,
      isRepeated: way.isRepeated || isList,
      isRepeatedAhead: way.isRepeatedAhead || (isList && way.isAhead),
    };
    if (node.kind !== 'search') for (const child of inline) visit(child, path, here);
    for (const child of ahead) {
      const recursive = structsIn(child).find((name) => structNamed(name, structs).recursive);
      if (recursive !== undefined) throw recursiveAhead(recursive, path);
      const trials =
        node.kind === 'search' && child === node.node ? way.trials * node.values.length : way.trials;
      visit(child, path, { ...here, isRepeated: here.isRepeated || isSearch, isAhead: true, trials });
    }
  };
  const start: Way = { isRepeated: false, isAhead: false, isRepeatedAhead: false, trials: 1 };
  return (node, path) => visit(node, path, start);
}

function recursiveAhead(struct: string, path: string): SchemaError {
  return new SchemaError(
    'recursive-look-ahead',
    path,
    `looks ahead at ${struct}, which contains itself, so the look-ahead is unbounded; look ahead at the start of ${struct} instead, such as its magic number or tag, in a struct of its own`,
  );
}

function checkList(node: Extract<NodeIR, { kind: 'list' }>, path: string, { structs }: SchemaIR): void {
  const { min } = sizeBounds(node.element, structs);
  const { extent } = node;
  const isCounted = extent.kind === 'fixed' || extent.kind === 'prefix' || extent.kind === 'expression';
  if (min === 0 && !isCounted) {
    throw new SchemaError(
      'empty-elements',
      path,
      'its elements may take no bytes, so the list would never end; give it a count',
    );
  }
  if (extent.kind === 'while' && firstBytes(extent.ahead, structs).empty) {
    throw new SchemaError(
      'empty-look-ahead',
      path,
      'the node of whilePeek() may take no bytes, so it parses anywhere; make it take at least one byte',
    );
  }
  if (extent.kind !== 'sentinel') return;
  const sentinel = firstBytes(extent.sentinel, structs);
  const element = firstBytes(node.element, structs);
  if (sentinel.empty)
    throw new SchemaError(
      'empty-look-ahead',
      path,
      'the sentinel may take no bytes, so it is found immediately; make it take at least one byte',
    );
  if (holdsValue(extent.sentinel, structs)) {
    throw new SchemaError(
      'wrong-sentinel',
      path,
      'the sentinel holds a value, which would be lost; use only constants and derived fields in it',
    );
  }
  const isOneByteLiteral = sizeBounds(extent.sentinel, structs).max === 1 && sentinel.bytes.size === 1;
  if (isOneByteLiteral && !areDisjoint(sentinel, element) && element.bytes.size === 1) {
    throw new SchemaError(
      'wrong-sentinel',
      path,
      'every element begins with the sentinel, so the list is always empty; choose another sentinel',
    );
  }
}

function checkReachable(
  arms: readonly Alternative[],
  isFollowed: boolean,
  path: string,
  { structs }: SchemaIR,
): void {
  arms.forEach((arm, index) => {
    const before = arms.slice(0, index);
    const earlier = before.find((other) => JSON.stringify(other.node) === JSON.stringify(arm.node));
    if (earlier !== undefined)
      throw new SchemaError(
        'unreachable-arm',
        `${path}.${arm.name}`,
        `unreachable: ${earlier.name} parses the same bytes first; remove one of them`,
      );
    if (isFollowed) return;
    const greedy = before.find(
      (other) =>
        (acceptsAny(other.node, structs) ?? Number.POSITIVE_INFINITY) <= sizeBounds(arm.node, structs).min,
    );
    if (greedy !== undefined)
      throw new SchemaError(
        'greedy-arm',
        `${path}.${arm.name}`,
        `unreachable: ${greedy.name} parses any bytes; move it after this one, or say what must follow it (followedBy)`,
      );
  });
}

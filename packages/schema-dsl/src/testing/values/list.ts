import * as fc from 'fast-check';
import { DecodeContext } from '../../interpreter/decode-context.js';
import { evaluate } from '../../interpreter/evaluate.js';
import { FAIL } from '../../interpreter/failure.js';
import { elementScope } from '../../interpreter/fieldless-scopes.js';
import { decodeNode } from '../../interpreter/nodes/index.js';
import { areDisjoint, firstBytes } from '../../ir/analysis/first-bytes.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import type { Expression } from '../../ir/expression.js';
import { parametersOf } from '../../ir/expression.js';
import type { WhileExtent } from '../../ir/extent.js';
import type { ListNode, NodeIR } from '../../ir/node.js';
import { numericTraits } from '../../ir/nodes/numeric.js';
import type { NumberElement } from '../../ir/nodes/typed-array-of.js';
import { isNumberElement, typedArrayOf } from '../../ir/nodes/typed-array-of.js';
import { hintsIn } from '../constraints/hints.js';
import type { Range } from '../constraints/range.js';
import {
  ANY_SIZE,
  atMost,
  clamp,
  countsIn,
  exactly,
  intersect,
  isEmpty,
  minus,
} from '../constraints/range.js';
import { isNumberArray } from '../typed-arrays.js';
import { boundedFilter } from './bounded-filter.js';
import { bytesOf } from './bytes-of.js';
import { Unsatisfiable } from './generation-budget.js';
import { valuesOf } from './index.js';
import type { Generate, Place } from './place.js';
import { below, DEEP } from './place.js';
import { cutTo, sequences } from './sequences.js';
import { behindPrefix, without } from './sizes.js';

/** The maximum number of generated elements unless more are required, by depth. */
const COUNTS = [8, 3, 2, 2, 1, 1] as const;
const countAt = (depth: number): number => COUNTS[depth] ?? 1;

/** Lists of any possible count; typed arrays for integers. */
export const list: Generate<ListNode> = (node, place) => {
  const { element, extent } = node;
  const counts = countsOf(node, place);
  const hints =
    (extent.kind === 'last' || extent.kind === 'while') && extent.holds ? hintsIn(extent.holds) : [];
  const inside: Place = {
    ...below(place),
    hints,
    depth: place.depth + 1,
    room: elementRoom(node, counts, place),
  };
  const any = valuesOf(element, inside);
  if (extent.kind === 'last') return upToLast(element, any, extent.holds, counts, place);
  const elements =
    extent.kind === 'sentinel'
      ? boundedFilter(
          any,
          (value) => !beginsWith(extent.sentinel, element, value, inside),
          'element that is not a sentinel',
          place.budget,
        )
      : extent.kind === 'while'
        ? boundedFilter(
            any,
            (value) => mayGoOn(extent, element, value, inside),
            'element that the list goes on with',
            place.budget,
          )
        : any;
  if (isNumberElement(element)) return typedArrays(element, elements, counts);
  const most = atMost(counts, Math.max(counts.min, place.depth >= DEEP ? 0 : countAt(place.depth)));
  return fc.array(elements, { minLength: counts.min, maxLength: most }).map(...cutTo<unknown>(counts));
};

/** Elements that do not end the list, and one that does. */
function upToLast(
  element: NodeIR,
  elements: fc.Arbitrary<unknown>,
  holds: Expression,
  counts: Range,
  { scope, depth, budget }: Place,
): fc.Arbitrary<unknown> {
  const ends = (value: unknown): boolean =>
    Boolean(evaluate(holds, elementScope(scope.asEncodeScope(), value)));
  // otherwise the encoder of the whole value decides
  const isKnown = [...parametersOf(holds)].every((name) => scope.parameters.values.has(name));
  const inner = isKnown
    ? boundedFilter(elements, (value) => !ends(value), 'element that does not end the list', budget)
    : elements;
  const last = isKnown ? boundedFilter(elements, ends, 'element that ends the list', budget) : elements;
  const before = clamp(minus(counts, exactly(1)), 0, Number.POSITIVE_INFINITY);
  if (isEmpty(before)) throw new Unsatisfiable('no room for an element that ends the list');
  const most = atMost(before, Math.max(before.min, depth >= DEEP ? 0 : countAt(depth)));
  const items = fc
    .tuple(fc.array(inner, { minLength: before.min, maxLength: most }).map(...cutTo<unknown>(before)), last)
    .map(([some, end]) => [...some, end]);
  return isNumberElement(element) ? items.map((all) => typedArrayOf(element).from(all)) : items;
}

/** Whether an element's own bytes let the list continue, as far as they reach. */
function mayGoOn(extent: WhileExtent, element: NodeIR, value: unknown, { scope }: Place): boolean {
  const bytes = bytesOf(element, value, scope);
  if (bytes === undefined || bytes.length < sizeBounds(extent.ahead, scope.structs).max) return true;
  const outer = scope.asEncodeScope();
  const decoding = new DecodeContext(bytes, scope.structs);
  const found = decoding.ahead(0, () => decodeNode(extent.ahead, decoding, outer));
  if (found === FAIL) return false;
  return extent.holds === undefined || Boolean(evaluate(extent.holds, elementScope(outer, found)));
}

function typedArrays(
  element: NumberElement,
  elements: fc.Arbitrary<unknown>,
  counts: Range,
): fc.Arbitrary<unknown> {
  const array = typedArrayOf(element);
  const items = (value: unknown): unknown[] => {
    if (isNumberArray(value) && value.constructor.name === array.name) return [...value];
    throw new TypeError('another kind of array');
  };
  return sequences(elements, counts).map((values) => array.from(values), items);
}

function countsOf({ element, extent }: ListNode, place: Place): Range {
  const { scope, room } = place;
  const { min, max } = sizeBounds(element, scope.structs);
  const inRoom = (size: Range): Range =>
    min === max
      ? countsIn(size, min)
      : {
          min: Math.ceil(size.min / max),
          max: min === 0 ? Number.POSITIVE_INFINITY : Math.floor(size.max / min),
          step: 1,
        };
  const counts = ((): Range => {
    switch (extent.kind) {
      case 'fixed':
        return exactly(extent.size);
      case 'prefix': {
        const { max: most } = numericTraits(extent.prefix);
        return clamp(inRoom(behindPrefix(room, extent.prefix)), 0, Number(most));
      }
      case 'expression':
        return intersect(clamp(scope.rangeOf(extent.size), 0, Number.MAX_SAFE_INTEGER), inRoom(room));
      case 'end':
      case 'while':
        return inRoom(room);
      case 'last':
        return clamp(inRoom(room), 1, Number.POSITIVE_INFINITY);
      case 'sentinel':
        return inRoom(without(room, sizeBounds(extent.sentinel, scope.structs).min));
    }
  })();
  if (isEmpty(counts)) throw new Unsatisfiable('no count is possible here');
  if (extent.kind !== 'fixed' && counts.min > 4096)
    throw new Unsatisfiable(`a count of ${counts.min}, above what is made up`);
  return counts;
}

/** If room is scarce, each element gets an equal share; an element that uses less leaves the rest unused. */
function elementRoom({ element }: ListNode, counts: Range, { room, depth, scope }: Place): Range {
  if (room.max > 4096) return ANY_SIZE;
  const share = Math.floor(room.max / Math.max(1, Math.min(counts.max, countAt(depth))));
  return clamp(ANY_SIZE, 0, Math.max(share, sizeBounds(element, scope.structs).min));
}

/** Whether an element's own bytes would be decoded as the sentinel. */
function beginsWith(sentinel: NodeIR, element: NodeIR, value: unknown, { scope }: Place): boolean {
  const { structs } = scope;
  if (areDisjoint(firstBytes(sentinel, structs), firstBytes(element, structs))) return false;
  const bytes = bytesOf(element, value, scope);
  if (bytes === undefined) return false;
  const decoding = new DecodeContext(bytes, structs);
  return decoding.ahead(0, () => decodeNode(sentinel, decoding, scope.asEncodeScope())) !== FAIL;
}

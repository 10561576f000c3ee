import { isEncodeError } from '@bytewright/runtime';
import * as fc from 'fast-check';
import { Decoding } from '../../interpreter/decoding.js';
import { Encoding } from '../../interpreter/encoding.js';
import { FAIL } from '../../interpreter/failure.js';
import { decodeNode, encodeNode, sizeNode } from '../../interpreter/nodes/index.js';
import { areDisjoint, firstBytes } from '../../ir/analysis/first-bytes.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import type { ListNode, NodeIR } from '../../ir/node.js';
import { numericTraits } from '../../ir/nodes/numeric.js';
import type { NumberElement } from '../../ir/nodes/typed-array-of.js';
import { isNumberElement, typedArrayOf } from '../../ir/nodes/typed-array-of.js';
import type { Range } from '../knowledge/range.js';
import { ANY_SIZE, atMost, clamp, countsIn, exactly, intersect, isEmpty } from '../knowledge/range.js';
import { isNumberArray } from '../typed-arrays.js';
import { valuesOf } from './index.js';
import { Unsatisfiable } from './patience.js';
import type { Generate, Place } from './place.js';
import { below, DEEP } from './place.js';
import { cutTo, sequences } from './sequences.js';
import { sifted } from './sifted.js';
import { behindPrefix, without } from './sizes.js';

/** Most elements that are made up where nothing demands more, by depth. */
const COUNTS = [8, 3, 2, 2, 1, 1] as const;

/** Lists of any count that fits; of integers, typed arrays. */
export const list: Generate<ListNode> = (node, place) => {
  const { element, extent } = node;
  const counts = countsOf(node, place);
  const inside: Place = { ...below(place), depth: place.depth + 1, room: elementRoom(node, counts, place) };
  let elements = valuesOf(element, inside);
  if (extent.kind === 'sentinel')
    elements = sifted(
      elements,
      (value) => !beginsWith(extent.sentinel, element, value, inside),
      'element that is no sentinel',
    );
  if (isNumberElement(element)) return typedArrays(element, elements, counts);
  const most = atMost(counts, Math.max(counts.min, place.depth >= DEEP ? 0 : (COUNTS[place.depth] ?? 1)));
  return fc.array(elements, { minLength: counts.min, maxLength: most }).map(...cutTo<unknown>(counts));
};

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
        return inRoom(room);
      case 'sentinel':
        return inRoom(without(room, sizeBounds(extent.sentinel, scope.structs).min));
    }
  })();
  if (isEmpty(counts)) throw new Unsatisfiable('no count is possible here');
  if (extent.kind !== 'fixed' && counts.min > 4096)
    throw new Unsatisfiable(`a count of ${counts.min}, above what is made up`);
  return counts;
}

/** Where room is scarce, each element gets its share; an element that uses less leaves the rest unused. */
function elementRoom({ element }: ListNode, counts: Range, { room, depth, scope }: Place): Range {
  if (room.max > 4096) return ANY_SIZE;
  const share = Math.floor(room.max / Math.max(1, Math.min(counts.max, COUNTS[depth] ?? 1)));
  return clamp(ANY_SIZE, 0, Math.max(share, sizeBounds(element, scope.structs).min));
}

/** Whether an element's own bytes would be taken for the sentinel. */
function beginsWith(sentinel: NodeIR, element: NodeIR, value: unknown, { scope }: Place): boolean {
  const { structs } = scope;
  if (areDisjoint(firstBytes(sentinel, structs), firstBytes(element, structs))) return false;
  const sizing = new Encoding(new Uint8Array(0), structs, true);
  const outer = scope.asEncodeScope(sizing);
  try {
    const encoding = new Encoding(new Uint8Array(sizeNode(element, value, sizing, outer)), structs, false);
    encodeNode(element, value, encoding, outer);
    const decoding = new Decoding(encoding.bytes, structs);
    return decoding.ahead(0, () => decodeNode(sentinel, decoding, outer)) !== FAIL;
  } catch (error) {
    if (isEncodeError(error)) return false; // for the encoder of the whole to refuse
    throw error;
  }
}

import type { NumberArray } from '@bytewright/runtime';
import {
  byteCount,
  checkTypedArray,
  elementTexts,
  takeEmptyElements,
  writeEmptyElements,
} from '@bytewright/runtime/codec';
import { areDisjoint, firstBytes } from '../../ir/analysis/first-bytes.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import { describeNode, endingText } from '../../ir/describe-node.js';
import type { LastExtent, SentinelExtent, WhileExtent } from '../../ir/extent.js';
import type { ListNode, NodeIR } from '../../ir/node.js';
import { isNumberElement, numberLayout, typedArrayOf } from '../../ir/nodes/typed-array-of.js';
import type { Decoding, Part } from '../decoding.js';
import { describeOperands } from '../describe-operands.js';
import type { Encoding } from '../encoding.js';
import { evaluate } from '../evaluate.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import { elementScope } from '../fieldless-scopes.js';
import { NOTHING } from '../nothing.js';
import type { Scope } from '../scope.js';
import { decodePrefix, decodeSize, encodePrefix, prefixSize, requireLength } from './extent.js';
import { decodeNode, encodeNode, readingOf, sizeNode } from './index.js';
import { passNumber, readNumbers, writeNumbers } from './numbers.js';
import type { Reading } from './reading.js';

export const list: Reading<ListNode> = {
  decode(node, decoding, scope) {
    switch (node.extent.kind) {
      case 'sentinel':
        return decodeToSentinel(node.element, node.extent, decoding, scope);
      case 'last':
        return decodeUpToLast(node.element, node.extent, decoding, scope);
      case 'while':
        return decodeWhile(node.element, node.extent, decoding, scope);
      case 'end':
        return decodeToEnd(node.element, node.extent.reserve, decoding, scope);
      case 'fixed':
        return decodeCounted(node.element, node.extent.size, decoding, scope);
      default: {
        const { offset } = decoding;
        const count =
          node.extent.kind === 'prefix'
            ? decodePrefix(node.extent.prefix, decoding, scope)
            : decodeSize(evaluate(node.extent.size, scope), decoding, offset, node.extent.size);
        return count === FAIL ? FAIL : decodeCounted(node.element, count, decoding, scope);
      }
    }
  },

  size(node, value, encoding, scope) {
    const { element, extent } = node;
    const sentinel = extent.kind === 'sentinel' ? sizeNode(extent.sentinel, NOTHING, encoding, scope) : 0;
    if (isNumberElement(element)) {
      const { size } = numberLayout(element);
      if (extent.kind === 'fixed') return sentinel + extent.size * size;
      const { name } = typedArrayOf(element);
      const { length } = checkTypedArray(value, name, encoding.errorOffset, encoding.here);
      return prefixSize(extent, length) + sentinel + length * size;
    }
    const items = encoding.list(value);
    let size = prefixSize(extent, items.length) + sentinel;
    // by index, not by an iterator: a value's own methods are never called
    for (let i = 0; i < items.length; i++) {
      encoding.path.push(i);
      size += readingOf(element).size(element, items[i], encoding, scope);
      encoding.path.pop();
    }
    return size;
  },

  encode(node, value, encoding, scope) {
    const { element, extent } = node;
    const items = isNumberElement(element)
      ? checkTypedArray(value, typedArrayOf(element).name, encoding.offset, encoding.here)
      : encoding.list(value);
    if (extent.kind === 'prefix') encodePrefix(extent.prefix, items.length, encoding, scope);
    if (extent.kind === 'fixed') requireLength(extent.size, items.length, encoding);
    if (extent.kind === 'expression')
      requireLength(evaluate(extent.size, scope), items.length, encoding, extent.size);
    if (extent.kind === 'last' && items.length === 0)
      throw encoding.error('mismatch', endingText(extent, true), 'no elements');
    if (mayBeEmpty(element, encoding))
      encoding.attempt(() => writeEmptyElements(encoding, items.length, encoding.offset, ''));
    // as a decoder sees it: not the fields behind the list that it leaves room for
    const reserve = extent.kind === 'end' ? extent.reserve : 0;
    encoding.end -= reserve;
    if (isNumberElement(element) && !isLookedAt(node, encoding)) {
      writeNumbers(items as NumberArray, 0, items.length, element, encoding, scope); // as it has just been checked to be
    } else {
      for (let i = 0; i < items.length; i++) {
        encoding.path.push(i);
        decideElement(node, encoding, scope);
        const start = encoding.offset;
        if (isNumberElement(element)) writeNumbers(items as NumberArray, i, i + 1, element, encoding, scope);
        else readingOf(element).encode(element, items[i], encoding, scope);
        if (extent.kind === 'last')
          requireEnding(extent, items[i], i === items.length - 1, start, encoding, scope);
        encoding.path.pop(); // not reached on an error, whose path this is
      }
    }
    encoding.end += reserve;
    if (extent.kind === 'sentinel') encodeNode(extent.sentinel, NOTHING, encoding, scope);
    if (extent.kind === 'while') decideWhile(extent, false, encoding, scope);
  },
};

/** Whether elements may take no bytes, so that these do not bound how many there are. */
function mayBeEmpty(element: NodeIR, { structs }: Decoding | Encoding): boolean {
  return sizeBounds(element, structs).min === 0;
}

/** Whether each element decides for itself whether the list goes on. */
function isLookedAt({ element, extent }: ListNode, { structs }: Encoding): boolean {
  if (extent.kind === 'sentinel')
    return !areDisjoint(firstBytes(extent.sentinel, structs), firstBytes(element, structs));
  return extent.kind === 'while' || extent.kind === 'last';
}

/** Records what a decoder will decide in front of an element: that the list goes on. */
function decideElement(node: ListNode, encoding: Encoding, scope: Scope): void {
  const { extent } = node;
  if (extent.kind === 'while') decideWhile(extent, true, encoding, scope);
  if (extent.kind !== 'sentinel' || !isLookedAt(node, encoding)) return;
  const { sentinel } = extent;
  const { offset: at } = encoding;
  encoding.decide(at, (decoding) => decoding.ahead(at, () => decodeNode(sentinel, decoding, scope) === FAIL));
}

function decideWhile(extent: WhileExtent, goesOn: boolean, encoding: Encoding, scope: Scope): void {
  const at = encoding.offset;
  encoding.decide(at, (decoding) => goesOnAt(at, extent, decoding, scope) === goesOn);
}

/** The last element ends the list, and no other one does. */
function requireEnding(
  extent: LastExtent,
  item: unknown,
  isLast: boolean,
  start: number,
  encoding: Encoding,
  scope: Scope,
): void {
  const inner = elementScope(scope, item);
  if (Boolean(evaluate(extent.holds, inner)) === isLast) return;
  const found = describeOperands(extent.holds, undefined, inner);
  throw encoding.error('mismatch', endingText(extent, isLast), found, start);
}

/** What an element is, for those who are told of it. */
function partOf(element: NodeIR): () => Part {
  return () => ({ type: describeNode(element) });
}

/** Decodes an element of a list whose length is not known before; of numbers, only room for one. */
function decodeNext(element: NodeIR, decoding: Decoding, scope: Scope): Outcome {
  if (takeElements(1, decoding) === FAIL) return FAIL;
  return isNumberElement(element)
    ? passNumber(element, decoding)
    : readingOf(element).decode(element, decoding, scope);
}

/** Counts elements against the limit. */
export function takeElements(count: number, decoding: Decoding): Outcome<undefined> {
  if (decoding.isAhead) return undefined; // elements that are tried have bytes, and those are bounded
  decoding.elements -= count;
  if (decoding.elements >= 0) return undefined;
  const { elements } = decoding.limits;
  const [expected, found] = elementTexts(elements, elements - decoding.elements);
  return decoding.fail(
    'limit-exceeded',
    decoding.offset,
    () => expected,
    () => found,
  );
}

function decodeCounted(element: NodeIR, count: number, decoding: Decoding, scope: Scope): Outcome {
  // before anything is allocated: do the elements fit into what is left, even if each is as short as can be?
  const least = count * sizeBounds(element, decoding.structs).min;
  const missing = decoding.need(least, `a list of ${count} (at least ${byteCount(least)})`);
  if (missing !== undefined) return missing;
  if (isNumberElement(element)) return readNumbers(element, decoding.offset, count, decoding, scope);
  if (takeElements(count, decoding) === FAIL) return FAIL;
  if (mayBeEmpty(element, decoding)) {
    const taken = decoding.attempt(() => takeEmptyElements(decoding, count, decoding.offset, ''));
    if (taken === FAIL) return FAIL;
  }
  const part = partOf(element);
  const items: unknown[] = [];
  for (let i = 0; i < count; i++) {
    decoding.enter(i, part);
    const item = readingOf(element).decode(element, decoding, scope);
    decoding.leave(item);
    if (item === FAIL) return FAIL;
    items.push(item);
  }
  return items;
}

function decodeToEnd(element: NodeIR, reserve: number, decoding: Decoding, scope: Scope): Outcome {
  const outer = decoding.end;
  const end = outer - reserve;
  let index = 0;
  if (isNumberElement(element)) {
    const { size } = numberLayout(element);
    const left = Math.max(0, end - decoding.offset);
    const rest = left % size;
    if (rest === 0) return readNumbers(element, decoding.offset, left / size, decoding, scope);
    // the incomplete last element is what fails
    decoding.offset += left - rest;
    index = (left - rest) / size;
  }
  const part = partOf(element);
  const items: unknown[] = [];
  decoding.end = end;
  let item: unknown;
  while (decoding.offset < end && item !== FAIL) {
    decoding.enter(index++, part);
    item = decodeNext(element, decoding, scope);
    decoding.leave(item);
    items.push(item);
  }
  decoding.end = outer;
  return item === FAIL ? FAIL : items;
}

function decodeToSentinel(
  element: NodeIR,
  { sentinel }: SentinelExtent,
  decoding: Decoding,
  scope: Scope,
): Outcome {
  const start = decoding.offset;
  const part = partOf(element);
  const items: unknown[] = [];
  while (decoding.ahead(decoding.offset, () => decodeNode(sentinel, decoding, scope)) === FAIL) {
    decoding.enter(items.length, part);
    const item = decodeNext(element, decoding, scope);
    decoding.leave(item);
    if (item === FAIL) return FAIL;
    items.push(item);
  }
  const numbers = isNumberElement(element)
    ? readNumbers(element, start, items.length, decoding, scope)
    : undefined;
  return decodeNode(sentinel, decoding, scope) === FAIL ? FAIL : (numbers ?? items);
}

function decodeUpToLast(element: NodeIR, { holds }: LastExtent, decoding: Decoding, scope: Scope): Outcome {
  const start = decoding.offset;
  const part = partOf(element);
  const items: unknown[] = [];
  for (;;) {
    decoding.enter(items.length, part);
    const item =
      takeElements(1, decoding) === FAIL ? FAIL : readingOf(element).decode(element, decoding, scope);
    decoding.leave(item);
    if (item === FAIL) return FAIL;
    items.push(item);
    if (evaluate(holds, elementScope(scope, item))) break;
  }
  return isNumberElement(element) ? readNumbers(element, start, items.length, decoding, scope) : items;
}

function decodeWhile(element: NodeIR, extent: WhileExtent, decoding: Decoding, scope: Scope): Outcome {
  const start = decoding.offset;
  const part = partOf(element);
  const items: unknown[] = [];
  while (goesOnAt(decoding.offset, extent, decoding, scope)) {
    decoding.enter(items.length, part);
    const item = decodeNext(element, decoding, scope);
    decoding.leave(item);
    if (item === FAIL) return FAIL;
    items.push(item);
  }
  return isNumberElement(element) ? readNumbers(element, start, items.length, decoding, scope) : items;
}

function goesOnAt(at: number, { ahead, holds }: WhileExtent, decoding: Decoding, scope: Scope): boolean {
  return decoding.ahead(at, () => {
    const found = decodeNode(ahead, decoding, scope);
    return found !== FAIL && (holds === undefined || Boolean(evaluate(holds, elementScope(scope, found))));
  });
}

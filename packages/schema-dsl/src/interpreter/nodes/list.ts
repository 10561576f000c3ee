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
import type { DecodeContext, Part } from '../decode-context.js';
import { describeOperands } from '../describe-operands.js';
import type { EncodeContext } from '../encode-context.js';
import { evaluate } from '../evaluate.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import { elementScope } from '../fieldless-scopes.js';
import { NOTHING } from '../nothing.js';
import type { Scope } from '../scope.js';
import { decodePrefix, decodeSize, encodePrefix, prefixSize, requireLength } from './extent.js';
import { decodeNode, encodeNode, handlerOf, sizeNode } from './index.js';
import type { NodeHandler } from './node-handler.js';
import { passNumber, readNumbers, writeNumbers } from './numbers.js';

export const list: NodeHandler<ListNode> = {
  decode(node, context, scope) {
    switch (node.extent.kind) {
      case 'sentinel':
        return decodeToSentinel(node.element, node.extent, context, scope);
      case 'last':
        return decodeUpToLast(node.element, node.extent, context, scope);
      case 'while':
        return decodeWhile(node.element, node.extent, context, scope);
      case 'end':
        return decodeToEnd(node.element, node.extent.reserve, context, scope);
      case 'fixed':
        return decodeCounted(node.element, node.extent.size, context, scope);
      default: {
        const { offset } = context;
        const count =
          node.extent.kind === 'prefix'
            ? decodePrefix(node.extent.prefix, context, scope)
            : decodeSize(evaluate(node.extent.size, scope), context, offset, node.extent.size);
        return count === FAIL ? FAIL : decodeCounted(node.element, count, context, scope);
      }
    }
  },

  size(node, value, context, scope) {
    const { element, extent } = node;
    const sentinel = extent.kind === 'sentinel' ? sizeNode(extent.sentinel, NOTHING, context, scope) : 0;
    if (isNumberElement(element)) {
      const { size } = numberLayout(element);
      if (extent.kind === 'fixed') return sentinel + extent.size * size;
      const { name } = typedArrayOf(element);
      const { length } = checkTypedArray(value, name, context.errorOffset, context.here);
      return prefixSize(extent, length) + sentinel + length * size;
    }
    const items = context.list(value);
    let size = prefixSize(extent, items.length) + sentinel;
    // by index, not by an iterator: methods of a value are never called
    for (let i = 0; i < items.length; i++) {
      context.path.push(i);
      size += handlerOf(element).size(element, items[i], context, scope);
      context.path.pop();
    }
    return size;
  },

  encode(node, value, context, scope) {
    const { element, extent } = node;
    const items = isNumberElement(element)
      ? checkTypedArray(value, typedArrayOf(element).name, context.offset, context.here)
      : context.list(value);
    if (extent.kind === 'prefix') encodePrefix(extent.prefix, items.length, context, scope);
    if (extent.kind === 'fixed') requireLength(extent.size, items.length, context);
    if (extent.kind === 'expression')
      requireLength(evaluate(extent.size, scope), items.length, context, extent.size);
    if (extent.kind === 'last' && items.length === 0)
      throw context.error('mismatch', endingText(extent, true), 'no elements');
    if (mayBeEmpty(element, context))
      context.attempt(() => writeEmptyElements(context, items.length, context.offset, ''));
    // as a decoder sees it: without the fields after the list, for which it leaves room
    const reserve = extent.kind === 'end' ? extent.reserve : 0;
    context.end -= reserve;
    if (isNumberElement(element) && !isLookedAt(node, context)) {
      writeNumbers(items as NumberArray, 0, items.length, element, context, scope); // as just checked
    } else {
      for (let i = 0; i < items.length; i++) {
        context.path.push(i);
        decideElement(node, context, scope);
        const start = context.offset;
        if (isNumberElement(element)) writeNumbers(items as NumberArray, i, i + 1, element, context, scope);
        else handlerOf(element).encode(element, items[i], context, scope);
        if (extent.kind === 'last')
          requireEnding(extent, items[i], i === items.length - 1, start, context, scope);
        context.path.pop(); // skipped on an error, which needs the path
      }
    }
    context.end += reserve;
    if (extent.kind === 'sentinel') encodeNode(extent.sentinel, NOTHING, context, scope);
    if (extent.kind === 'while') decideWhile(extent, false, context, scope);
  },
};

/** Whether elements may take no bytes, so that the input does not bound their number. */
function mayBeEmpty(element: NodeIR, { structs }: DecodeContext | EncodeContext): boolean {
  return sizeBounds(element, structs).min === 0;
}

/** Whether each element decides whether the list continues. */
function isLookedAt({ element, extent }: ListNode, { structs }: EncodeContext): boolean {
  if (extent.kind === 'sentinel')
    return !areDisjoint(firstBytes(extent.sentinel, structs), firstBytes(element, structs));
  return extent.kind === 'while' || extent.kind === 'last';
}

/** Records the decision of a decoder before an element: that the list continues. */
function decideElement(node: ListNode, context: EncodeContext, scope: Scope): void {
  const { extent } = node;
  if (extent.kind === 'while') decideWhile(extent, true, context, scope);
  if (extent.kind !== 'sentinel' || !isLookedAt(node, context)) return;
  const { sentinel } = extent;
  const { offset: at } = context;
  context.decide(at, (context) => context.ahead(at, () => decodeNode(sentinel, context, scope) === FAIL));
}

function decideWhile(extent: WhileExtent, goesOn: boolean, context: EncodeContext, scope: Scope): void {
  const at = context.offset;
  context.decide(at, (context) => goesOnAt(at, extent, context, scope) === goesOn);
}

/** Checks that the last element ends the list, and that no other one does. */
function requireEnding(
  extent: LastExtent,
  item: unknown,
  isLast: boolean,
  start: number,
  context: EncodeContext,
  scope: Scope,
): void {
  const inner = elementScope(scope, item);
  if (Boolean(evaluate(extent.holds, inner)) === isLast) return;
  const found = describeOperands(extent.holds, undefined, inner);
  throw context.error('mismatch', endingText(extent, isLast), found, start);
}

/** The traced part for an element. */
function partOf(element: NodeIR): () => Part {
  return () => ({ type: describeNode(element) });
}

/** Decodes an element of a list of unknown length; for numbers, only checks that there is room for one. */
function decodeNext(element: NodeIR, context: DecodeContext, scope: Scope): Outcome {
  if (takeElements(1, context) === FAIL) return FAIL;
  return isNumberElement(element)
    ? passNumber(element, context)
    : handlerOf(element).decode(element, context, scope);
}

/** Counts elements against the limit. */
export function takeElements(count: number, context: DecodeContext): Outcome<undefined> {
  if (context.isAhead) return undefined; // elements of a trial take bytes, which are bounded
  context.elements -= count;
  if (context.elements >= 0) return undefined;
  const { elements } = context.limits;
  const [expected, found] = elementTexts(elements, elements - context.elements);
  return context.fail(
    'limit-exceeded',
    context.offset,
    () => expected,
    () => found,
  );
}

function decodeCounted(element: NodeIR, count: number, context: DecodeContext, scope: Scope): Outcome {
  // before anything is allocated: do the elements fit into the remaining bytes, even at their minimum size?
  const least = count * sizeBounds(element, context.structs).min;
  const missing = context.need(least, `a list of ${count} (at least ${byteCount(least)})`);
  if (missing !== undefined) return missing;
  if (isNumberElement(element)) return readNumbers(element, context.offset, count, context, scope);
  if (takeElements(count, context) === FAIL) return FAIL;
  if (mayBeEmpty(element, context)) {
    const taken = context.attempt(() => takeEmptyElements(context, count, context.offset, ''));
    if (taken === FAIL) return FAIL;
  }
  const part = partOf(element);
  const items: unknown[] = [];
  for (let i = 0; i < count; i++) {
    context.enter(i, part);
    const item = handlerOf(element).decode(element, context, scope);
    context.leave(item);
    if (item === FAIL) return FAIL;
    items.push(item);
  }
  return items;
}

function decodeToEnd(element: NodeIR, reserve: number, context: DecodeContext, scope: Scope): Outcome {
  const outer = context.end;
  const end = outer - reserve;
  let index = 0;
  if (isNumberElement(element)) {
    const { size } = numberLayout(element);
    const left = Math.max(0, end - context.offset);
    const rest = left % size;
    if (rest === 0) return readNumbers(element, context.offset, left / size, context, scope);
    // the error is in the incomplete last element
    context.offset += left - rest;
    index = (left - rest) / size;
  }
  const part = partOf(element);
  const items: unknown[] = [];
  context.end = end;
  let item: unknown;
  while (context.offset < end && item !== FAIL) {
    context.enter(index++, part);
    item = decodeNext(element, context, scope);
    context.leave(item);
    items.push(item);
  }
  context.end = outer;
  return item === FAIL ? FAIL : items;
}

function decodeToSentinel(
  element: NodeIR,
  { sentinel }: SentinelExtent,
  context: DecodeContext,
  scope: Scope,
): Outcome {
  const start = context.offset;
  const part = partOf(element);
  const items: unknown[] = [];
  while (context.ahead(context.offset, () => decodeNode(sentinel, context, scope)) === FAIL) {
    context.enter(items.length, part);
    const item = decodeNext(element, context, scope);
    context.leave(item);
    if (item === FAIL) return FAIL;
    items.push(item);
  }
  const numbers = isNumberElement(element)
    ? readNumbers(element, start, items.length, context, scope)
    : undefined;
  return decodeNode(sentinel, context, scope) === FAIL ? FAIL : (numbers ?? items);
}

function decodeUpToLast(
  element: NodeIR,
  { holds }: LastExtent,
  context: DecodeContext,
  scope: Scope,
): Outcome {
  const start = context.offset;
  const part = partOf(element);
  const items: unknown[] = [];
  for (;;) {
    context.enter(items.length, part);
    const item =
      takeElements(1, context) === FAIL ? FAIL : handlerOf(element).decode(element, context, scope);
    context.leave(item);
    if (item === FAIL) return FAIL;
    items.push(item);
    if (evaluate(holds, elementScope(scope, item))) break;
  }
  return isNumberElement(element) ? readNumbers(element, start, items.length, context, scope) : items;
}

function decodeWhile(element: NodeIR, extent: WhileExtent, context: DecodeContext, scope: Scope): Outcome {
  const start = context.offset;
  const part = partOf(element);
  const items: unknown[] = [];
  while (goesOnAt(context.offset, extent, context, scope)) {
    context.enter(items.length, part);
    const item = decodeNext(element, context, scope);
    context.leave(item);
    if (item === FAIL) return FAIL;
    items.push(item);
  }
  return isNumberElement(element) ? readNumbers(element, start, items.length, context, scope) : items;
}

function goesOnAt(at: number, { ahead, holds }: WhileExtent, context: DecodeContext, scope: Scope): boolean {
  return context.ahead(at, () => {
    const found = decodeNode(ahead, context, scope);
    return found !== FAIL && (holds === undefined || Boolean(evaluate(holds, elementScope(scope, found))));
  });
}

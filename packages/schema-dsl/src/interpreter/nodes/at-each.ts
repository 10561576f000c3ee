import { claim, positionAt, writePosition } from '@bytewright/runtime/codec';
import { describeNode } from '../../ir/describe-node.js';
import type { AtEachNode } from '../../ir/node.js';
import type { Decoding } from '../decoding.js';
import { evaluate } from '../evaluate.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import { originOf, regionOf } from '../region.js';
import type { Scope } from '../scope.js';
import { readingOf } from './index.js';
import { takeElements } from './list.js';
import { agree } from './optional.js';
import type { Reading } from './reading.js';

export const atEach: Reading<AtEachNode> = {
  decode(node, decoding, scope) {
    const elements = evaluate(node.each, scope) as ArrayLike<unknown>; // a list of the same struct
    if (takeElements(elements.length, decoding) === FAIL) return FAIL;
    const items: unknown[] = [];
    const { placed } = decoding; // as a field, it stands where it is listed
    let [first, last] = [Number.POSITIVE_INFINITY, 0];
    for (let i = 0; i < elements.length; i++) {
      const inner = scope.withElement(elements[i]);
      if (node.when !== undefined && !evaluate(node.when, inner)) {
        items.push(undefined);
        continue;
      }
      decoding.enter(i, () => ({ type: describeNode(node.node) }));
      const item = decodeItem(node, i, decoding, inner);
      decoding.leave(item);
      if (item === FAIL) return FAIL;
      items.push(item);
      first = Math.min(first, decoding.placed);
      last = Math.max(last, decoding.offset);
    }
    // as a part, it reaches from its first byte to its last
    if (first !== Number.POSITIVE_INFINITY) decoding.moveTo(first);
    decoding.offset = Math.max(decoding.offset, last);
    decoding.placed = placed;
    return items;
  },
  size: () => 0, // it lies in many places, each of which is noted
  encode(node, value, encoding, scope) {
    const elements = evaluate(node.each, scope) as ArrayLike<unknown>;
    const items = encoding.list(value);
    const { placed } = encoding;
    for (let i = 0; i < items.length; i++) {
      const inner = scope.withElement(elements[i]);
      encoding.path.push(i);
      const isPresent = node.when === undefined || items[i] !== undefined;
      if (node.when !== undefined) agree(node.when, isPresent, items[i], encoding, inner);
      if (isPresent) {
        const offset = evaluate(node.offset, inner);
        encoding.offset = encoding.attempt(() => writePosition(encoding, originOf(scope), offset, ''));
        readingOf(node.node).encode(node.node, items[i], encoding, inner);
      }
      encoding.path.pop();
    }
    encoding.placed = placed;
  },
};

function decodeItem(node: AtEachNode, index: number, decoding: Decoding, scope: Scope): Outcome {
  const { claims, depth } = regionOf(scope);
  const start = decoding.attempt(() => positionAt(claims, evaluate(node.offset, scope), ''));
  if (start === FAIL) return FAIL;
  decoding.moveTo(start);
  const outcome = readingOf(node.node).decode(node.node, decoding, scope);
  if (outcome === FAIL) return FAIL;
  decoding.placed = start;
  const field = String(decoding.path[depth]);
  const claimed = decoding.attempt(() => claim(claims, start, decoding.offset, field, index), depth);
  return claimed === FAIL ? FAIL : outcome;
}

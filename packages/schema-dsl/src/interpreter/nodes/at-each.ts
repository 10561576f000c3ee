import { cover, positionAt, writePosition } from '@bytewright/runtime/codec';
import { describeNode } from '../../ir/describe-node.js';
import type { AtEachNode } from '../../ir/node.js';
import type { DecodeContext } from '../decode-context.js';
import { evaluate } from '../evaluate.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import { originOf, regionOf } from '../region.js';
import type { Scope } from '../scope.js';
import { handlerOf } from './index.js';
import { takeElements } from './list.js';
import type { NodeHandler } from './node-handler.js';
import { agree } from './optional.js';

export const atEach: NodeHandler<AtEachNode> = {
  decode(node, context, scope) {
    const elements = evaluate(node.each, scope) as ArrayLike<unknown>; // a list of the same struct
    if (takeElements(elements.length, context) === FAIL) return FAIL;
    const items: unknown[] = [];
    const { placed } = context; // as a field, it stands where it is listed
    let [first, last] = [Number.POSITIVE_INFINITY, 0];
    for (let i = 0; i < elements.length; i++) {
      const inner = scope.withElement(elements[i]);
      if (node.when !== undefined && !evaluate(node.when, inner)) {
        items.push(undefined);
        continue;
      }
      context.enter(i, () => ({ type: describeNode(node.node) }));
      const item = decodeItem(node, i, context, inner);
      context.leave(item);
      if (item === FAIL) return FAIL;
      items.push(item);
      first = Math.min(first, context.placed);
      last = Math.max(last, context.offset);
    }
    // as a part, it extends from its first byte to its last
    if (first !== Number.POSITIVE_INFINITY) context.moveTo(first);
    context.offset = Math.max(context.offset, last);
    context.placed = placed;
    return items;
  },
  size: () => 0, // it lies in many places, which are noted separately
  encode(node, value, context, scope) {
    const elements = evaluate(node.each, scope) as ArrayLike<unknown>;
    const items = context.list(value);
    const { placed } = context;
    for (let i = 0; i < items.length; i++) {
      const inner = scope.withElement(elements[i]);
      context.path.push(i);
      const isPresent = node.when === undefined || items[i] !== undefined;
      if (node.when !== undefined) agree(node.when, isPresent, items[i], context, inner);
      if (isPresent) {
        const offset = evaluate(node.offset, inner);
        context.offset = context.attempt(() => writePosition(context, originOf(scope), offset, ''));
        handlerOf(node.node).encode(node.node, items[i], context, inner);
      }
      context.path.pop();
    }
    context.placed = placed;
  },
};

function decodeItem(node: AtEachNode, index: number, context: DecodeContext, scope: Scope): Outcome {
  const { coverage, depth } = regionOf(scope);
  const start = context.attempt(() => positionAt(coverage, evaluate(node.offset, scope), ''));
  if (start === FAIL) return FAIL;
  context.moveTo(start);
  const outcome = handlerOf(node.node).decode(node.node, context, scope);
  if (outcome === FAIL) return FAIL;
  context.placed = start;
  const field = String(context.path[depth]);
  const covered = context.attempt(() => cover(coverage, start, context.offset, field, index), depth);
  return covered === FAIL ? FAIL : outcome;
}

import { byteCount, chargeSearch, cover } from '@bytewright/runtime/codec';
import { fixedSize } from '../../ir/analysis/fixed-size.js';
import { leadingBytes } from '../../ir/analysis/leading-bytes.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import { describeNode } from '../../ir/describe-node.js';
import type { TailNode } from '../../ir/node.js';
import type { DecodeContext } from '../decode-context.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import { originOf, regionOf } from '../region.js';
import type { Scope } from '../scope.js';
import { handlerOf } from './index.js';
import type { NodeHandler } from './node-handler.js';

export const tail: NodeHandler<TailNode> = {
  decode(node, context, scope) {
    const { coverage, depth } = regionOf(scope);
    const start = locate(node, coverage.start, context, scope);
    if (start === FAIL) return FAIL;
    context.moveTo(start);
    const outcome = handlerOf(node.node).decode(node.node, context, scope);
    if (outcome === FAIL) return FAIL;
    context.placed = start;
    const field = String(context.path[depth]);
    const covered = context.attempt(() => cover(coverage, start, context.offset, field), depth);
    return covered === FAIL ? FAIL : outcome;
  },
  size: (node, value, context, scope) => handlerOf(node.node).size(node.node, value, context, scope),
  encode(node, value, context, scope) {
    const origin = originOf(scope);
    const fixed = fixedSize(node.node, context.structs);
    const start = context.end - (fixed ?? handlerOf(node.node).size(node.node, value, context, scope));
    context.offset = start;
    if (fixed === undefined)
      context.decide(start, (context) => findTail(node, origin, context, scope) === start);
    handlerOf(node.node).encode(node.node, value, context, scope);
    context.placed = start;
  },
};

/** The start of the tail. A fixed-size tail needs no search. */
function locate(node: TailNode, from: number, context: DecodeContext, scope: Scope): Outcome<number> {
  const { end } = context;
  const fixed = fixedSize(node.node, context.structs);
  const found = fixed !== undefined ? end - fixed : findTail(node, from, context, scope);
  if (found === FAIL) return FAIL;
  if (found >= from) return found;
  return context.fail(
    'no-boundary',
    from,
    () => `${describeNode(node.node)} that ends where the region ends`,
    () => `none in ${byteCount(end - from)}`,
  );
}

/** The last offset from which the node parses exactly to the end of the region, or -1; each trial is charged. */
function findTail({ node }: TailNode, from: number, context: DecodeContext, scope: Scope): Outcome<number> {
  const { end, bytes } = context;
  const { min, max } = sizeBounds(node, context.structs);
  const lead = leadingBytes(node, context.structs);
  for (let place = end - min; place >= Math.max(from, end - max); place--) {
    if (!lead.every((byte, i) => bytes[place + i] === byte)) continue;
    if (!context.isAhead) {
      const paid = context.attempt(() => chargeSearch(context, place, end, ''));
      if (paid === FAIL) return FAIL;
    }
    const parsed = context.ahead(
      place,
      () => handlerOf(node).decode(node, context, scope) !== FAIL && context.offset === end,
    );
    if (parsed) return place;
  }
  return -1;
}

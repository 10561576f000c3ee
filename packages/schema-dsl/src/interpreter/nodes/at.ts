import { cover, positionAt, writePosition } from '@bytewright/runtime/codec';
import type { AtNode } from '../../ir/node.js';
import { evaluate } from '../evaluate.js';
import { FAIL } from '../failure.js';
import { originOf, regionOf } from '../region.js';
import { handlerOf } from './index.js';
import type { NodeHandler } from './node-handler.js';
import { agree } from './optional.js';

export const at: NodeHandler<AtNode> = {
  decode(node, context, scope) {
    const { coverage, depth } = regionOf(scope);
    if (node.when !== undefined && !evaluate(node.when, scope)) return undefined;
    const start = context.attempt(() => positionAt(coverage, evaluate(node.offset, scope), ''));
    if (start === FAIL) return FAIL;
    context.moveTo(start);
    const outcome = handlerOf(node.node).decode(node.node, context, scope);
    if (outcome === FAIL) return FAIL;
    context.placed = start;
    const field = String(context.path[depth]);
    const covered = context.attempt(() => cover(coverage, start, context.offset, field), depth);
    return covered === FAIL ? FAIL : outcome;
  },
  size: (node, value, context, scope) =>
    node.when !== undefined && value === undefined
      ? 0
      : handlerOf(node.node).size(node.node, value, context, scope),
  encode(node, value, context, scope) {
    const isPresent = node.when === undefined || value !== undefined;
    if (node.when !== undefined) agree(node.when, isPresent, value, context, scope);
    if (!isPresent) return;
    const offset = evaluate(node.offset, scope);
    const start = context.attempt(() => writePosition(context, originOf(scope), offset, ''));
    context.offset = start;
    handlerOf(node.node).encode(node.node, value, context, scope);
    context.placed = start;
  },
};

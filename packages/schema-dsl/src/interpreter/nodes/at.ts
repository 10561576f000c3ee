import { claim, positionAt, writePosition } from '@bytewright/runtime/codec';
import type { AtNode } from '../../ir/node.js';
import { evaluate } from '../evaluate.js';
import { FAIL } from '../failure.js';
import { originOf, regionOf } from '../region.js';
import { readingOf } from './index.js';
import { agree } from './optional.js';
import type { Reading } from './reading.js';

export const at: Reading<AtNode> = {
  decode(node, decoding, scope) {
    const { claims, depth } = regionOf(scope);
    if (node.when !== undefined && !evaluate(node.when, scope)) return undefined;
    const start = decoding.attempt(() => positionAt(claims, evaluate(node.offset, scope), ''));
    if (start === FAIL) return FAIL;
    decoding.moveTo(start);
    const outcome = readingOf(node.node).decode(node.node, decoding, scope);
    if (outcome === FAIL) return FAIL;
    decoding.placed = start;
    const field = String(decoding.path[depth]);
    const claimed = decoding.attempt(() => claim(claims, start, decoding.offset, field), depth);
    return claimed === FAIL ? FAIL : outcome;
  },
  size: (node, value, encoding, scope) =>
    node.when !== undefined && value === undefined
      ? 0
      : readingOf(node.node).size(node.node, value, encoding, scope),
  encode(node, value, encoding, scope) {
    const isPresent = node.when === undefined || value !== undefined;
    if (node.when !== undefined) agree(node.when, isPresent, value, encoding, scope);
    if (!isPresent) return;
    const offset = evaluate(node.offset, scope);
    const start = encoding.attempt(() => writePosition(encoding, originOf(scope), offset, ''));
    encoding.offset = start;
    readingOf(node.node).encode(node.node, value, encoding, scope);
    encoding.placed = start;
  },
};

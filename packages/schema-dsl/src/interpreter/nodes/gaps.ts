import type { Gap } from '@bytewright/runtime';
import { cover, takeGaps, writeGaps } from '@bytewright/runtime/codec';
import type { GapsNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { originOf, regionOf } from '../region.js';
import type { NodeHandler } from './node-handler.js';

export const gaps: NodeHandler<GapsNode> = {
  decode(_, context, scope) {
    const { coverage, depth } = regionOf(scope);
    const input = { bytes: context.bytes, viewBytes: !context.copies };
    const found = context.attempt(() => {
      cover(coverage, coverage.start, context.offset, '');
      return takeGaps(coverage, input);
    }, depth);
    if (found === FAIL) return FAIL;
    for (const [index, { offset, bytes }] of found.entries()) {
      context.enter(index, () => ({ type: 'bytes' }));
      context.moveTo(coverage.start + offset);
      context.offset += bytes.length;
      context.leave(bytes);
    }
    const [first] = found;
    const { offset } = context; // as a part, they extend from the first to the last
    context.moveTo(first === undefined ? coverage.end : coverage.start + first.offset);
    context.offset = first === undefined ? coverage.end : offset;
    return found;
  },
  size: () => 0, // their positions are noted separately
  encode(_, value, context, scope) {
    const list = value as readonly Gap[]; // checked by size()
    const field = String(context.path.pop()); // the error names it
    context.attempt(() => writeGaps(context, originOf(scope), list, field));
    context.path.push(field);
  },
};

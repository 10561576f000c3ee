import { byteCount, describe } from '@bytewright/runtime/codec';
import type { AtEndNode } from '../../ir/node.js';
import type { EncodeContext } from '../encode-context.js';
import { NOTHING } from '../nothing.js';
import type { NodeHandler } from './node-handler.js';

/** A node without a value is `undefined` as an element or an alternative. */
export function requireNothing(value: unknown, context: EncodeContext): void {
  if (value !== undefined && value !== NOTHING)
    throw context.error('wrong-type', 'undefined', describe(value));
}

export const atEnd: NodeHandler<AtEndNode> = {
  decode(_, context) {
    const left = context.end - context.offset;
    if (left === 0) return undefined;
    return context.fail(
      'trailing-bytes',
      context.offset,
      () => 'the end',
      () => (left === 1 ? '1 more byte' : `${left} more bytes`),
    );
  },
  size: () => 0,
  encode(_, value, context) {
    requireNothing(value, context);
    const left = context.end - context.offset;
    if (left !== 0)
      throw context.error('mismatch', 'the end of the region', `${byteCount(left)} more to write`);
  },
};

import { checkBoolean, checkBooleanByte, describe } from '@bytewright/runtime/codec';
import type { BooleanNode } from '../../ir/node.js';
import type { NodeHandler } from './node-handler.js';

export const boolean: NodeHandler<BooleanNode> = {
  decode(node, context) {
    const { offset } = context;
    const missing = context.need(1, 'bool (1 byte)');
    if (missing !== undefined) return missing;
    const byte = context.view.getUint8(offset);
    if (byte > 1 && !node.preserve)
      return context.fail(
        'invalid-value',
        offset,
        () => 'a bool, 0 or 1',
        () => describe(byte),
      );
    context.offset += 1;
    return byte > 1 ? byte : byte === 1;
  },
  size: () => 1,
  encode(node, value, context) {
    const { offset, here } = context;
    const byte = node.preserve
      ? checkBooleanByte(value, offset, here)
      : Number(checkBoolean(value, offset, here));
    context.view.setUint8(context.take(1), byte);
  },
};

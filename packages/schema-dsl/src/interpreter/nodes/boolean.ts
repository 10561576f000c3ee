import { checkBoolean, checkBooleanByte, describe } from '@bytewright/runtime/codec';
import type { BooleanNode } from '../../ir/node.js';
import type { Reading } from './reading.js';

export const boolean: Reading<BooleanNode> = {
  decode(node, decoding) {
    const { offset } = decoding;
    const missing = decoding.need(1, 'bool (1 byte)');
    if (missing !== undefined) return missing;
    const byte = decoding.view.getUint8(offset);
    if (byte > 1 && !node.preserve)
      return decoding.fail(
        'invalid-value',
        offset,
        () => 'a bool, 0 or 1',
        () => describe(byte),
      );
    decoding.offset += 1;
    return byte > 1 ? byte : byte === 1;
  },
  size: () => 1,
  encode(node, value, encoding) {
    const { offset, here } = encoding;
    const byte = node.preserve
      ? checkBooleanByte(value, offset, here)
      : Number(checkBoolean(value, offset, here));
    encoding.view.setUint8(encoding.take(1), byte);
  },
};

import { DecodeError, decodeText, encodeText, textAt, textSize } from '@bytewright/runtime';
import type { StringNode } from '../../ir/nodes/string.js';
import { FAIL } from '../failure.js';
import { decodeByteExtent, encodeByteExtent, prefixSize } from './extent.js';
import type { Reading } from './reading.js';

export const string: Reading<StringNode> = {
  decode(node, decoding, scope) {
    const size = decodeByteExtent(node.extent, decoding, scope);
    if (size === FAIL) return FAIL;
    const from = decoding.offset;
    const text = textAt(decoding.bytes, from, from + size, node.encoding);
    if (text === undefined) {
      const { offset, expected, found } = whyInvalid(() =>
        decodeText(decoding.bytes, from, from + size, node.encoding, ''),
      );
      return decoding.fail(
        'invalid-text',
        offset,
        () => expected,
        () => found,
      );
    }
    decoding.offset += size;
    return text;
  },
  size(node, value, encoding) {
    if (node.extent.kind === 'fixed') return node.extent.size;
    return prefixSize(node.extent) + textSize(value, node.encoding, encoding.here);
  },
  encode(node, value, encoding, scope) {
    const size = textSize(value, node.encoding, encoding.here, encoding.offset);
    encodeByteExtent(node.extent, size, encoding, scope);
    const text = value as string; // textSize() has seen that it is one
    encoding.bytes.set(encodeText(text, node.encoding), encoding.take(size));
  },
};

function whyInvalid(decode: () => string): { offset: number; expected: string; found: string } {
  try {
    decode();
  } catch (error) {
    if (error instanceof DecodeError) return error;
    throw error;
  }
  throw new TypeError('textAt() and decodeText() disagree');
}

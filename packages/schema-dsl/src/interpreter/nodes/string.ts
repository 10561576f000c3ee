import { DecodeError } from '@bytewright/runtime';
import { decodeText, encodeText, textAt, textSize } from '@bytewright/runtime/codec';
import { isPaidFor } from '../../ir/analysis/attempts.js';
import type { StringNode } from '../../ir/nodes/string.js';
import { FAIL } from '../failure.js';
import { decodeByteExtent, encodeByteEnding, encodeByteExtent, wireSize } from './extent.js';
import type { Reading } from './reading.js';

export const string: Reading<StringNode> = {
  decode(node, decoding, scope) {
    const span = decodeByteExtent(node.extent, decoding, scope);
    if (span === FAIL) return FAIL;
    const from = decoding.offset;
    const to = from + span.content;
    const text = textAt(decoding.bytes, from, to, node.encoding);
    if (text === undefined) {
      if (isPaidFor(node, decoding.structs)) decoding.noteReach(from + span.whole);
      const { offset, expected, found } = whyInvalid(() =>
        decodeText(decoding.bytes, from, to, node.encoding, ''),
      );
      return decoding.fail(
        'invalid-text',
        offset,
        () => expected,
        () => found,
      );
    }
    decoding.offset += span.whole;
    return text;
  },
  size: (node, value, encoding, scope) =>
    wireSize(node.extent, encoding, scope, () => textSize(value, node.encoding, encoding.here)),
  encode(node, value, encoding, scope) {
    const size = textSize(value, node.encoding, encoding.here, encoding.offset);
    encodeByteExtent(node.extent, size, encoding, scope);
    const text = value as string; // textSize() has seen that it is one
    const start = encoding.take(size);
    encoding.bytes.set(encodeText(text, node.encoding), start);
    encodeByteEnding(node.extent, start, encoding, scope);
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

import { DecodeError } from '@bytewright/runtime';
import { decodeText, encodeText, textAt, textSize } from '@bytewright/runtime/codec';
import { isCharged } from '../../ir/analysis/alternatives.js';
import type { StringNode } from '../../ir/nodes/string.js';
import { FAIL } from '../failure.js';
import { decodeByteExtent, encodeByteEnding, encodeByteExtent, wireSize } from './extent.js';
import type { NodeHandler } from './node-handler.js';

export const string: NodeHandler<StringNode> = {
  decode(node, context, scope) {
    const span = decodeByteExtent(node.extent, context, scope);
    if (span === FAIL) return FAIL;
    const from = context.offset;
    const to = from + span.content;
    const text = textAt(context.bytes, from, to, node.encoding);
    if (text === undefined) {
      if (isCharged(node, context.structs)) context.noteReach(from + span.whole);
      const { offset, expected, found } = whyInvalid(() =>
        decodeText(context.bytes, from, to, node.encoding, ''),
      );
      return context.fail(
        'invalid-text',
        offset,
        () => expected,
        () => found,
      );
    }
    context.offset += span.whole;
    return text;
  },
  size: (node, value, context, scope) =>
    wireSize(node.extent, context, scope, () => textSize(value, node.encoding, context.here)),
  encode(node, value, context, scope) {
    const size = textSize(value, node.encoding, context.here, context.offset);
    encodeByteExtent(node.extent, size, context, scope);
    const text = value as string; // checked by textSize()
    const start = context.take(size);
    context.bytes.set(encodeText(text, node.encoding), start);
    encodeByteEnding(node.extent, start, context, scope);
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

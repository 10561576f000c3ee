import { describe } from '@bytewright/runtime/codec';
import { constantValue } from '../../ir/expression.js';
import type { LiteralNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { NOTHING } from '../nothing.js';
import { leadingBytes } from './bits.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { NodeHandler } from './node-handler.js';

export const literal: NodeHandler<LiteralNode> = {
  decode(node, context, scope) {
    const offset = context.offset + leadingBytes(node.node);
    const expected = constantValue(node.value);
    const found = decodeNode(node.node, context, scope);
    if (found === FAIL || equal(found, expected)) return found;
    return context.fail(
      'wrong-constant',
      offset,
      () => describe(expected),
      () => describe(found),
    );
  },
  size: (node, _, context, scope) => sizeNode(node.node, constantValue(node.value), context, scope),
  encode(node, value, context, scope) {
    const constant = constantValue(node.value);
    // as an alternative or an element, a constant is in the value, and could differ there
    if (value !== NOTHING && !equal(value, constant))
      throw context.error('mismatch', describe(constant), describe(value));
    encodeNode(node.node, constant, context, scope);
  },
};

function equal(a: unknown, b: unknown): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array
    ? a.length === b.length && a.every((byte, i) => byte === b[i])
    : Object.is(a, b); // -0 and 0 have different encodings
}

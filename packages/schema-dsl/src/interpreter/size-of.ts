import type { EncodeOptions } from '@bytewright/runtime';
import { encodeErrorOf, openNesting } from '@bytewright/runtime/codec';
import { irOf } from '../compile/ir-of.js';
import { searchedRoot } from '../ir/analysis/searched-root.js';
import type { SchemaIR } from '../ir/schema.js';
import type { Infer, Node } from '../language/node.js';
import { EncodeContext, NO_BYTES } from './encode-context.js';
import { rootScope } from './fieldless-scopes.js';
import { sizeNode } from './nodes/index.js';

/**
 * Bytes that a value takes on the wire, without writing them.
 *
 * @throws EncodeError `limit-exceeded` for a value that is nested too deeply, `wrong-type` or `invalid-text` where the value's shape gives no size.
 */
export function sizeOf<N extends Node<unknown>>(schema: N, value: Infer<N>, options?: EncodeOptions): number {
  return sizeOfRoot(irOf(schema), value, options);
}

/** The same by a representation rather than by a schema object. */
export function sizeOfRoot(ir: SchemaIR, value: unknown, options?: EncodeOptions): number {
  const encoding = new EncodeContext(NO_BYTES, ir.structs, true, openNesting(options));
  try {
    return sizeNode(searchedRoot(ir), value, encoding, rootScope(ir));
  } catch (error) {
    throw encodeErrorOf(error);
  }
}

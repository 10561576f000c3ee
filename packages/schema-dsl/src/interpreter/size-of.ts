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
 * The number of bytes that a value takes on the wire, computed without encoding it.
 *
 * @throws EncodeError `limit-exceeded` if the value is nested too deeply, `wrong-type` or `invalid-text` if its shape does not
 * determine a size
 */
export function sizeOf<N extends Node<unknown>>(schema: N, value: Infer<N>, options?: EncodeOptions): number {
  return sizeOfRoot(irOf(schema), value, options);
}

/** Like `sizeOf`, with an IR instead of a schema object. */
export function sizeOfRoot(ir: SchemaIR, value: unknown, options?: EncodeOptions): number {
  const encoding = new EncodeContext(NO_BYTES, ir.structs, true, openNesting(options));
  try {
    return sizeNode(searchedRoot(ir), value, encoding, rootScope(ir));
  } catch (error) {
    throw encodeErrorOf(error);
  }
}

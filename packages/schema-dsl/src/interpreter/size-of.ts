import { irOf } from '../ir/compile.js';
import type { SchemaIR } from '../ir/schema.js';
import type { Infer, Node } from '../language/node.js';
import { Encoding } from './encoding.js';
import { sizeNode } from './nodes/index.js';
import { rootScope } from './scope.js';

/**
 * Bytes that a value takes on the wire, without writing them.
 *
 * @throws EncodeError `wrong-type` or `invalid-text` where the value's shape gives no size.
 */
export function sizeOf<N extends Node<unknown>>(schema: N, value: Infer<N>): number {
  return sizeOfRoot(irOf(schema), value);
}

/** The same by a representation rather than by a schema object. */
export function sizeOfRoot(ir: SchemaIR, value: unknown): number {
  return sizeNode(ir.root, value, new Encoding(new Uint8Array(0), ir.structs, true), rootScope(ir));
}

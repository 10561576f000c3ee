import type { EncodeOptions } from '@bytewright/runtime';
import { createOutput, encodeErrorOf, openNesting, shrunkValue } from '@bytewright/runtime/codec';
import { irOf } from '../compile/ir-of.js';
import { searchedRoot } from '../ir/analysis/searched-root.js';
import type { SchemaIR } from '../ir/schema.js';
import type { Infer, Node } from '../language/node.js';
import { confirmDecisions } from './confirm-decisions.js';
import { EncodeContext } from './encode-context.js';
import { rootScope } from './fieldless-scopes.js';
import { encodeNode } from './nodes/index.js';
import { sizeOfRoot } from './size-of.js';

/**
 * Encodes a value with the reference interpreter.
 *
 * If the schema looks ahead, the decisions that a decoder will make are repeated on the finished bytes, and a value that
 * would decode differently is rejected as `ambiguous`.
 *
 * @throws EncodeError with code, offset, path, and what was expected and found
 * @example `encode(struct('Pair', { a: u8, b: u16be }), { a: 1, b: 2 })` is `01 00 02`
 */
export function encode<N extends Node<unknown>>(
  schema: N,
  value: Infer<N>,
  options?: EncodeOptions,
): Uint8Array {
  return encodeRoot(irOf(schema), value, options);
}

/** Encodes with an IR instead of a schema object. */
export function encodeRoot(ir: SchemaIR, value: unknown, options?: EncodeOptions): Uint8Array {
  const encoding = encodeUnconfirmed(ir, value, options);
  try {
    confirmDecisions(encoding);
  } catch (error) {
    throw encodeErrorOf(error);
  }
  return encoding.bytes;
}

/** Like `encodeRoot`, but leaves it to the caller to confirm the decisions that a decoder will make. */
export function encodeUnconfirmed(ir: SchemaIR, value: unknown, options?: EncodeOptions): EncodeContext {
  const { bytes } = createOutput(sizeOfRoot(ir, value, options));
  const encoding = new EncodeContext(bytes, ir.structs, false, openNesting(options));
  try {
    encodeNode(searchedRoot(ir), value, encoding, rootScope(ir));
    if (encoding.offset !== bytes.length) throw shrunkValue(encoding.offset, encoding.here, bytes.length);
  } catch (error) {
    throw encodeErrorOf(error);
  }
  return encoding;
}

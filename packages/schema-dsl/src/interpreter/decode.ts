import type { DecodeError, DecodeOptions } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import { isStackOverflow, openInput, outOfStack } from '@bytewright/runtime/codec';
import { irOf } from '../compile/ir-of.js';
import { searchedRoot } from '../ir/analysis/searched-root.js';
import type { SchemaIR } from '../ir/schema.js';
import type { Infer, Node } from '../language/node.js';
import type { Tracer } from './decode-context.js';
import { DecodeContext } from './decode-context.js';
import type { Outcome } from './failure.js';
import { FAIL } from './failure.js';
import { rootScope } from './fieldless-scopes.js';
import { decodeNode } from './nodes/index.js';

/**
 * Decodes a whole input with the reference interpreter, which defines the meaning of schemas. Generated code does the same,
 * faster.
 *
 * @throws DecodeError with code, offset, path, and what was expected and found
 * @example `decode(struct('Pair', { a: u8, b: u16be }), Uint8Array.of(1, 0, 2))` is `{ a: 1, b: 2 }`
 */
export function decode<N extends Node<unknown>>(
  schema: N,
  bytes: Uint8Array,
  options: DecodeOptions = {},
): Infer<N> {
  return decodeRoot(irOf(schema), bytes, options) as Infer<N>; // by the schema's type
}

/** Decodes with an IR instead of a schema object, for callers that only have the data. */
export function decodeRoot(ir: SchemaIR, bytes: Uint8Array, options: DecodeOptions = {}): unknown {
  const { outcome, failure } = runDecode(ir, bytes, options);
  if (outcome === FAIL) throw failure; // set by fail()
  return outcome;
}

/** Decodes to an outcome instead of throwing. */
export function runDecode(
  ir: SchemaIR,
  bytes: Uint8Array,
  options: DecodeOptions,
  tracer?: Tracer,
): { readonly outcome: Outcome; readonly failure: DecodeError | undefined } {
  try {
    openInput(bytes, options); // validates the input like generated code
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    return { outcome: FAIL, failure: error };
  }
  const context = new DecodeContext(bytes, ir.structs, options, tracer);
  let outcome: Outcome;
  try {
    outcome = decodeNode(searchedRoot(ir), context, rootScope(ir));
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    return { outcome: FAIL, failure: outOfStack() };
  }
  if (outcome !== FAIL && context.offset !== bytes.length) {
    const left = bytes.length - context.offset;
    outcome = context.fail(
      'trailing-bytes',
      context.offset,
      () => 'the end',
      () => (left === 1 ? '1 more byte' : `${left} more bytes`),
    );
  }
  return { outcome, failure: context.failure };
}

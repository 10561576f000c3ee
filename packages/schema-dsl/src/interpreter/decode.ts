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
 * Decodes a whole input with the reference interpreter: the definition of what the schema means. Generated
 * code does the same, faster.
 *
 * @throws DecodeError that names code, offset, path, what was expected and what was found.
 * @example `decode(struct('Pair', { a: u8, b: u16be }), Uint8Array.of(1, 0, 2))` is `{ a: 1, b: 2 }`
 */
export function decode<N extends Node<unknown>>(
  schema: N,
  bytes: Uint8Array,
  options: DecodeOptions = {},
): Infer<N> {
  return decodeRoot(irOf(schema), bytes, options) as Infer<N>; // what the schema's type says it decodes to
}

/** Decodes by a representation rather than by a schema object: for readings that have only the data. */
export function decodeRoot(ir: SchemaIR, bytes: Uint8Array, options: DecodeOptions = {}): unknown {
  const { outcome, failure } = runDecoding(ir, bytes, options);
  if (outcome === FAIL) throw failure; // what fails says why
  return outcome;
}

/** Decodes to an outcome instead of an exception. */
export function runDecoding(
  ir: SchemaIR,
  bytes: Uint8Array,
  options: DecodeOptions,
  tracer?: Tracer,
): { readonly outcome: Outcome; readonly failure: DecodeError | undefined } {
  try {
    openInput(bytes, options); // the same demands on the input as generated code makes
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

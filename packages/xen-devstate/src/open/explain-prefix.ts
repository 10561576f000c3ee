import type { DecodeError, DecodeOptions } from '@bytewright/runtime';
import type { Explanation, Node } from '@bytewright/schema-dsl';
import { bytes, explain, irOf, struct, toEnd } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';

/** A payload as QEMU reads it: from its start to the end of its fields. */
export interface ReadPayload {
  /** Its fields; offsets are relative to the payload. */
  readonly root: Explanation;
  /** Why it cannot be read; `undefined` if it can. */
  readonly error: DecodeError | undefined;
  /** Its structs, by type name. */
  readonly structs: SchemaIR['structs'];
}

const made = new WeakMap<Node<unknown>, Node<unknown>>();

/** A payload followed by any bytes; the same object each time. */
function withRest(schema: Node<unknown>): Node<unknown> {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const Prefixed = struct('PrefixedPayload', { payload: schema, rest: bytes(toEnd) });
  made.set(schema, Prefixed);
  return Prefixed;
}

/**
 * Reads a payload whose end is unknown. Bytes after its fields are ignored.
 *
 * @param schema a schema without parameters to set or to search for
 * @param from the bytes from the start of the payload
 */
export function explainPrefix(
  schema: Node<unknown>,
  from: Uint8Array,
  limits: DecodeOptions['limits'] = {},
): ReadPayload {
  const Prefixed = withRest(schema);
  const { root, error } = explain(Prefixed, from, { bytes: 'view', limits });
  return { root: root.parts[0] ?? root, error, structs: irOf(Prefixed).structs };
}

import type { DecodeError, DecodeOptions } from '@bytewright/runtime';
import type { Explanation, Node } from '@bytewright/schema-dsl';
import { bytes, explain, irOf, struct, toEnd } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';

/** A payload as QEMU reads it: from where it begins, and as far as its fields go. */
export interface ReadPayload {
  /** Its fields; offsets are from the payload's first byte. */
  readonly root: Explanation;
  /** Why it cannot be read; `undefined` where it can. */
  readonly error: DecodeError | undefined;
  /** Its structs, by the names of their types. */
  readonly structs: SchemaIR['structs'];
}

const made = new WeakMap<Node<unknown>, Node<unknown>>();

/** A payload, and whatever is behind it; the same object each time. */
function withRest(schema: Node<unknown>): Node<unknown> {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const Prefixed = struct('PrefixedPayload', { payload: schema, rest: bytes(toEnd) });
  made.set(schema, Prefixed);
  return Prefixed;
}

/**
 * Reads a payload whose end nobody knows. What its fields do not take stays.
 *
 * @param schema one that nothing has to be told or searched for
 * @param from the bytes from the payload's first one on
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

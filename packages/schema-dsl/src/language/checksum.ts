import { CallError } from '../ir/call-error.js';
import type { ChecksumAlgorithm, SpanIR } from '../ir/checksum.js';
import type { Expression } from '../ir/expression.js';
import { SchemaError } from '../ir/schema-error.js';
import { describeArgument } from './describe-argument.js';
import type { Expr, Operand } from './expression.js';
import { toExpression } from './expression.js';
import type { External } from './external.js';
import type { Node, VALUE } from './node.js';
import type { Siblings } from './reference.js';
import { fieldOf, SIBLINGS } from './reference.js';
import { requireMembers } from './require-members.js';
import { requireNode } from './require-node.js';
import type { Struct, Value } from './struct.js';

/** The bytes of adjacent fields. */
export interface Span {
  readonly span: SpanIR;
  /** The names of all its fields. */
  readonly fields: readonly string[];
}

/** Bytes that a checksum covers but that are not on the wire. */
export interface VirtualHeader {
  readonly virtual: VirtualDefinition;
}

/** A virtual header as written in the schema. */
export interface VirtualDefinition {
  readonly kind: 'virtual';
  readonly node: Node<unknown>;
  readonly values: readonly { readonly field: string; readonly value: Expression }[];
}

/** A checksum as written in the schema. */
export interface ChecksumDefinition {
  readonly algorithm: ChecksumAlgorithm;
  readonly over: readonly (SpanIR | VirtualDefinition)[];
}

/** The right side of `$.field.is(…)`: verified on decode, computed on encode. */
export interface Checksum<T> {
  readonly [VALUE]: T;
  readonly checksum: ChecksumDefinition;
}

/** What a checksum covers, in order. */
export type Covered = readonly [Span | VirtualHeader, ...(Span | VirtualHeader)[]];

/**
 * The bytes from the start of `first` to the end of `last`, which are fields of the same struct. If the span includes
 * the checksum's own bytes, they count as `fill`, 0 by default.
 *
 * A field at its own offset needs a span to itself, `span($.body, $.body)`, because its position depends on the value. A
 * span that ends with a `tail()` extends to the end of the region.
 *
 * @example `span($.type, $.body)`
 */
export function span(
  first: Expr<unknown>,
  last: Expr<unknown>,
  options: { readonly fill?: number } = {},
): Span {
  const from = fieldOf(first, 'span()');
  const to = fieldOf(last, 'span()');
  // only references have siblings, and fieldOf() has checked that these are references
  const { struct, names } = (last as Partial<Siblings>)[SIBLINGS] ?? { struct: '', names: [from, to] };
  const start = names.indexOf(from);
  const end = names.indexOf(to);
  if (start < 0 || end < start)
    throw new SchemaError(
      'wrong-span',
      `${struct}.${to}`,
      `the span goes from ${from} to ${to}, which must be the same field or a later one; write span($.first, $.last)`,
    );
  const { fill } = options;
  if (fill !== undefined && !(Number.isInteger(fill) && fill >= 0 && fill <= 255))
    throw new SchemaError(
      'invalid-fill',
      `${struct}.${from}`,
      `the fill of the span is ${String(fill)}, which is not a byte; use 0 to 255`,
    );
  return {
    span: { kind: 'span', first: from, last: to, ...(fill ? { fill } : {}) },
    fields: names.slice(start, end + 1),
  };
}

/**
 * A header that a checksum covers but that is not on the wire: a struct of integers, booleans and constants, written
 * from expressions over fields and parameters.
 *
 * @example `virtual(PseudoHeader, { source, destination, length: byteLength(span($.sourcePort, $.payload)) })`
 */
export function virtual<F>(
  header: Struct<F>,
  values: { readonly [P in keyof Value<F>]: Operand<Value<F>[P]> },
): VirtualHeader {
  const node = requireNode(header, 'virtual()', 'virtual(Header, { name: value, … })');
  return {
    virtual: {
      kind: 'virtual',
      node,
      values: Object.entries(requireMembers(values, 'virtual()', 'values')).map(([field, value]) => ({
        field,
        value: toExpression(value),
      })),
    },
  };
}

/**
 * The CRC-32 of IEEE 802.3, as used by Ethernet, gzip, PNG and ZIP, for an unsigned 32-bit field.
 *
 * @example the chunk `00 00 00 00  49 45 4e 44  ae 42 60 82` that ends a PNG file: `$.crc.is(crc32(span($.type, $.body)))`
 */
export function crc32(...over: Covered): Checksum<number> {
  return makeChecksum('crc32', over);
}

/**
 * The checksum of IP, ICMP, UDP and TCP (RFC 1071), for an unsigned 16-bit field. Its own bytes count as zero.
 *
 * @example `$.checksum.is(internetChecksum(span($.version, $.options)))`
 */
export function internetChecksum(...over: Covered): Checksum<number> {
  return makeChecksum('internetChecksum', over);
}

/**
 * A checksum computed by a user-supplied function. It receives all covered bytes concatenated and must not modify them.
 * Its result must match the field's type; an exception, or any other result, is a mismatch.
 *
 * @example `$.sum.is(checksum(external({ module: './adler-32.js', export: 'adler32' }, adler32), span($.data, $.data)))`
 */
export function checksum<T extends number | bigint | Uint8Array>(
  algorithm: External<(bytes: Uint8Array) => T>,
  ...over: Covered
): Checksum<T extends number ? number : T extends bigint ? bigint : Uint8Array> {
  if (typeof algorithm?.value !== 'function')
    throw new CallError(
      'invalid-argument',
      'checksum()',
      `expected a function wrapped in external(), found ${describeArgument(algorithm)}; write checksum(external({ module: './adler-32.js', export: 'adler32' }, adler32), span($.data, $.data))`,
    );
  return makeChecksum(algorithm.external, over);
}

// The type parameter is the type that the field must hold; it does not exist at run time.
function makeChecksum<T>(algorithm: ChecksumAlgorithm, over: readonly (Span | VirtualHeader)[]): Checksum<T> {
  const call = typeof algorithm === 'string' ? `${algorithm}()` : 'checksum()';
  if (over.length === 0)
    throw new CallError(
      'wrong-span',
      call,
      'expected the covered bytes, found nothing; pass span($.first, $.last) or virtual(Header, { … })',
    );
  for (const part of over as readonly unknown[])
    if (typeof part !== 'object' || part === null || !('span' in part || 'virtual' in part))
      throw new CallError(
        'wrong-span',
        call,
        `expected span(…) or virtual(…), found ${describeArgument(part)}; write span($.data, $.data) for the bytes of one field`,
      );
  const definition: ChecksumDefinition = {
    algorithm,
    over: over.map((part) => ('span' in part ? part.span : part.virtual)),
  };
  return Object.freeze({ checksum: definition }) as unknown as Checksum<T>;
}

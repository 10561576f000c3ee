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

/** Bytes that are summed up but not on the wire. */
export interface VirtualHeader {
  readonly virtual: VirtualDefinition;
}

/** A virtual header as the author wrote it. */
export interface VirtualDefinition {
  readonly kind: 'virtual';
  readonly node: Node<unknown>;
  readonly values: readonly { readonly field: string; readonly value: Expression }[];
}

/** A checksum as the author wrote it. */
export interface ChecksumDefinition {
  readonly algorithm: ChecksumAlgorithm;
  readonly over: readonly (SpanIR | VirtualDefinition)[];
}

/** The right side of `$.field.is(…)`: verified on decode, filled on encode. */
export interface Checksum<T> {
  readonly [VALUE]: T;
  readonly checksum: ChecksumDefinition;
}

/** What a checksum covers, in order. */
export type Covered = readonly [Span | VirtualHeader, ...(Span | VirtualHeader)[]];

/**
 * The bytes from the beginning of `first` to the end of `last`, which are fields of the same struct. A checksum's
 * own bytes in a span count as `fill`, which is 0 if not given.
 *
 * A field at an offset of its own has a span to itself, `span($.body, $.body)`: where it lies, the value says. One that
 * ends with a `tail()` goes to the end of the region.
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
  // only references have siblings, and fieldOf() has seen that these are some
  const { struct, names } = (last as Partial<Siblings>)[SIBLINGS] ?? { struct: '', names: [from, to] };
  const start = names.indexOf(from);
  const end = names.indexOf(to);
  if (start < 0 || end < start)
    throw new SchemaError(
      'wrong-span',
      `${struct}.${to}`,
      `its span goes from ${from} to ${to}, which is not the same or a later field; write span($.first, $.last)`,
    );
  const { fill } = options;
  if (fill !== undefined && !(Number.isInteger(fill) && fill >= 0 && fill <= 255))
    throw new SchemaError(
      'invalid-fill',
      `${struct}.${from}`,
      `the fill of its span is ${String(fill)}, which is not a byte; give 0 to 255`,
    );
  return {
    span: { kind: 'span', first: from, last: to, ...(fill ? { fill } : {}) },
    fields: names.slice(start, end + 1),
  };
}

/**
 * A header that a checksum covers and that is not on the wire: a struct of integers, booleans and constants, written
 * from expressions over the fields and parameters at hand.
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
 * The CRC-32 of IEEE 802.3, which Ethernet, gzip, PNG and ZIP use, for an unsigned field of 32 bits.
 *
 * @example the chunk `00 00 00 00  49 45 4e 44  ae 42 60 82` that ends a PNG file: `$.crc.is(crc32(span($.type, $.body)))`
 */
export function crc32(...over: Covered): Checksum<number> {
  return makeChecksum('crc32', over);
}

/**
 * The checksum of IP, ICMP, UDP and TCP (RFC 1071), for an unsigned field of 16 bits. Its own bytes count as zero.
 *
 * @example `$.checksum.is(internetChecksum(span($.version, $.options)))`
 */
export function internetChecksum(...over: Covered): Checksum<number> {
  return makeChecksum('internetChecksum', over);
}

/**
 * A checksum by a function of one's own, which gets all covered bytes one after the other and must leave them as they
 * are. What it gives must be of the field's type; an exception, or anything else, is a mismatch.
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
      `expected a function that external() has named, found ${describeArgument(algorithm)}; write checksum(external({ module: './adler-32.js', export: 'adler32' }, adler32), span($.data, $.data))`,
    );
  return makeChecksum(algorithm.external, over);
}

// The type is what the field must hold; it has no run-time side.
function makeChecksum<T>(algorithm: ChecksumAlgorithm, over: readonly (Span | VirtualHeader)[]): Checksum<T> {
  const call = typeof algorithm === 'string' ? `${algorithm}()` : 'checksum()';
  if (over.length === 0)
    throw new CallError(
      'wrong-span',
      call,
      'expected what it covers, found nothing; give it span($.first, $.last) or virtual(Header, { … })',
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

import type { Expression } from './expression.js';
import type { ExternalIR } from './external.js';

/** The bytes from the start of a field to the end of the same or a later one. */
export interface SpanIR {
  readonly kind: 'span';
  readonly first: string;
  readonly last: string;
  /** What replaces the checksum's own bytes, if they lie in the span; 0 by default. */
  readonly fill?: number;
}

/** Bytes that a checksum covers but that are not on the wire: a fixed-layout struct, written from expressions. */
export interface VirtualIR {
  readonly kind: 'virtual';
  readonly struct: string;
  readonly values: readonly { readonly field: string; readonly value: Expression }[];
}

/** How a checksum is computed from the bytes it covers. */
export type ChecksumAlgorithm = 'crc32' | 'internetChecksum' | ExternalIR;

/** A field that holds a checksum: verified on decode, computed on encode. */
export interface ChecksumIR {
  readonly field: string;
  readonly algorithm: ChecksumAlgorithm;
  /** The covered bytes, concatenated in this order. */
  readonly over: readonly (SpanIR | VirtualIR)[];
  /** The index of the field after which everything covered, and the checksum itself, has been decoded. */
  readonly after: number;
}

/** The name of an algorithm in messages. */
export function algorithmName(algorithm: ChecksumAlgorithm): string {
  if (typeof algorithm === 'string') return algorithm;
  return algorithm.export === 'default' ? algorithm.module : `${algorithm.export} of ${algorithm.module}`;
}

/** The label before a checksum's value in messages: `crc32 over type to body = `. */
export function checksumLabel({ algorithm, over }: ChecksumIR): string {
  const parts = over.map((part) => {
    if (part.kind === 'virtual') return part.struct;
    return part.first === part.last ? part.first : `${part.first} to ${part.last}`;
  });
  return `${algorithmName(algorithm)} over ${parts.join(' and ')} = `;
}

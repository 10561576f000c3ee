import type { Expression } from './expression.js';
import type { ExternalIR } from './external.js';

/** The bytes from the beginning of a field to the end of one that is the same or comes later. */
export interface SpanIR {
  readonly kind: 'span';
  readonly first: string;
  readonly last: string;
  /** What stands for the checksum's own bytes, if they lie in the span; 0 if absent. */
  readonly fill?: number;
}

/** Bytes that are summed up but not on the wire: a struct of fixed layout, written from expressions. */
export interface VirtualIR {
  readonly kind: 'virtual';
  readonly struct: string;
  readonly values: readonly { readonly field: string; readonly value: Expression }[];
}

/** How a checksum is computed from the bytes it covers. */
export type ChecksumAlgorithm = 'crc32' | 'internetChecksum' | ExternalIR;

/** A field that holds a checksum: verified on decode, filled on encode. */
export interface ChecksumIR {
  readonly field: string;
  readonly algorithm: ChecksumAlgorithm;
  /** The bytes that are covered, one part after the other. */
  readonly over: readonly (SpanIR | VirtualIR)[];
  /** The number of the field with which all that is covered, and the checksum itself, has been read. */
  readonly after: number;
}

/** What an algorithm is called in messages. */
export function algorithmName(algorithm: ChecksumAlgorithm): string {
  if (typeof algorithm === 'string') return algorithm;
  return algorithm.export === 'default' ? algorithm.module : `${algorithm.export} of ${algorithm.module}`;
}

/** What stands in front of a checksum's value in messages: `crc32 over type to body = `. */
export function checksumLabel({ algorithm, over }: ChecksumIR): string {
  const parts = over.map((part) => {
    if (part.kind === 'virtual') return part.struct;
    return part.first === part.last ? part.first : `${part.first} to ${part.last}`;
  });
  return `${algorithmName(algorithm)} over ${parts.join(' and ')} = `;
}

import type { CustomType } from '@bytewright/runtime';
import { algorithmName } from '../checksum.js';
import type { ExternalIR } from '../external.js';

/** A value that a codec of the author's reads and writes. */
export interface CustomNode {
  readonly kind: 'custom';
  readonly codec: ExternalIR;
  /** The least number of bytes that a value takes. */
  readonly min: number;
  /** The greatest number of bytes that a value takes, if there is one. */
  readonly max?: number;
  /** What `typeof` says of its values, if they are all of one scalar type. */
  readonly type?: CustomType;
}

/** What a value should be, as errors say it: `what dozens of ./dozens.js reads`. */
export function customExpectation({ codec }: CustomNode, verb: 'reads' | 'writes'): string {
  return `what ${algorithmName(codec)} ${verb}`;
}

import type { CustomType } from '@bytewright/runtime';
import { algorithmName } from '../checksum.js';
import type { ExternalIR } from '../external.js';

/** A value of a user-supplied codec. */
export interface CustomNode {
  readonly kind: 'custom';
  readonly codec: ExternalIR;
  /** The smallest number of bytes that a value takes. */
  readonly min: number;
  /** The largest number of bytes that a value takes, if bounded. */
  readonly max?: number;
  /** The `typeof` of its values, if they all have the same scalar type. */
  readonly type?: CustomType;
}

/** The expected value in error messages: `what dozens of ./dozens.js reads`. */
export function customExpectation({ codec }: CustomNode, verb: 'reads' | 'writes'): string {
  return `what ${algorithmName(codec)} ${verb}`;
}

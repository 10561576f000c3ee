import type { Expression } from './expression.js';
import type { ExternalIR } from './external.js';

/**
 * A reversible transformation of bytes that keeps their number, in the direction of decoding; encoding reverses it. The key
 * of an XOR is constant bytes, or a number of `size` bytes, most significant byte first.
 */
export type ProcessorIR =
  | { readonly kind: 'xor'; readonly key: Expression | { readonly hex: string }; readonly size: number }
  | { readonly kind: 'rotateLeft'; readonly bits: number }
  | { readonly kind: 'swapBytes'; readonly size: number }
  | { readonly kind: 'bijection'; readonly decode: ExternalIR; readonly encode: ExternalIR };

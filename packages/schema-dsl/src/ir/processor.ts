import type { Expression } from './expression.js';
import type { ExternalIR } from './external.js';

/**
 * A reversible change of bytes, which keeps their number: what decoding does; encoding undoes it. The key of an
 * exclusive or is constant bytes, or a number of `size` bytes, most significant one first.
 */
export type ProcessorIR =
  | { readonly kind: 'xor'; readonly key: Expression | { readonly hex: string }; readonly size: number }
  | { readonly kind: 'rotateLeft'; readonly bits: number }
  | { readonly kind: 'swapBytes'; readonly size: number }
  | { readonly kind: 'bijection'; readonly decode: ExternalIR; readonly encode: ExternalIR };

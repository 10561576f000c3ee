import type { NodeIR } from '../../ir/node.js';
import type { Decoding } from '../decoding.js';
import type { Encoding } from '../encoding.js';
import type { Outcome } from '../failure.js';
import type { Scope } from '../scope.js';

/** What the interpreter does with one kind of node. */
export interface Reading<N extends NodeIR> {
  /** Reads the node at the decoding's offset and moves it behind. */
  decode(node: N, decoding: Decoding, scope: Scope): Outcome;
  /** Bytes that the value will take; throws `wrong-type` where the value's shape gives no size. */
  size(node: N, value: unknown, encoding: Encoding, scope: Scope): number;
  /** Writes the value at the encoding's offset and moves it behind; the value's shape has been seen by `size`. */
  encode(node: N, value: unknown, encoding: Encoding, scope: Scope): void;
}

import type { NodeIR } from '../../ir/node.js';
import type { DecodeContext } from '../decode-context.js';
import type { EncodeContext } from '../encode-context.js';
import type { Outcome } from '../failure.js';
import type { Scope } from '../scope.js';

/** What the interpreter does with one kind of node. */
export interface NodeHandler<N extends NodeIR> {
  /** Reads the node at the decoding's offset and moves it behind. */
  decode(node: N, context: DecodeContext, scope: Scope): Outcome;
  /** Bytes that the value will take; throws `wrong-type` where the value's shape gives no size. */
  size(node: N, value: unknown, context: EncodeContext, scope: Scope): number;
  /** Writes the value at the encoding's offset and moves it behind; the value's shape has been seen by `size`. */
  encode(node: N, value: unknown, context: EncodeContext, scope: Scope): void;
}

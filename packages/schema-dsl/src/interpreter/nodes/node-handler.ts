import type { NodeIR } from '../../ir/node.js';
import type { DecodeContext } from '../decode-context.js';
import type { EncodeContext } from '../encode-context.js';
import type { Outcome } from '../failure.js';
import type { Scope } from '../scope.js';

/** How the interpreter handles one kind of node. */
export interface NodeHandler<N extends NodeIR> {
  /** Decodes the node at the current offset and advances past it. */
  decode(node: N, context: DecodeContext, scope: Scope): Outcome;
  /** The number of bytes that the value will take; throws `wrong-type` if the value's shape does not determine a size. */
  size(node: N, value: unknown, context: EncodeContext, scope: Scope): number;
  /** Encodes the value at the current offset and advances past it; `size` has already checked the value's shape. */
  encode(node: N, value: unknown, context: EncodeContext, scope: Scope): void;
}

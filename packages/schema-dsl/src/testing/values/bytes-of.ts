import { isEncodeError } from '@bytewright/runtime';
import { EncodeContext, NO_BYTES } from '../../interpreter/encode-context.js';
import { encodeNode, sizeNode } from '../../interpreter/nodes/index.js';
import type { NodeIR } from '../../ir/node.js';
import type { GenerationScope } from '../constraints/generation-scope.js';

/** The encoding of a node's value alone; `undefined` if there is none, which the encoder of the whole value will reject. */
export function bytesOf(node: NodeIR, value: unknown, scope: GenerationScope): Uint8Array | undefined {
  const sizing = new EncodeContext(NO_BYTES, scope.structs, true);
  const outer = scope.asEncodeScope(sizing);
  try {
    const size = sizeNode(node, value, sizing, outer);
    const encoding = new EncodeContext(new Uint8Array(size), scope.structs, false);
    encodeNode(node, value, encoding, outer);
    return encoding.bytes;
  } catch (error) {
    if (isEncodeError(error)) return undefined;
    throw error;
  }
}

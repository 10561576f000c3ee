import { isEncodeError } from '@bytewright/runtime';
import { Encoding, NO_BYTES } from '../../interpreter/encoding.js';
import { encodeNode, sizeNode } from '../../interpreter/nodes/index.js';
import type { NodeIR } from '../../ir/node.js';
import type { GenerationScope } from '../knowledge/generation-scope.js';

/** The bytes of a node's value alone; `undefined` where it has none, which is for the encoder of the whole to refuse. */
export function bytesOf(node: NodeIR, value: unknown, scope: GenerationScope): Uint8Array | undefined {
  const sizing = new Encoding(NO_BYTES, scope.structs, true);
  const outer = scope.asEncodeScope(sizing);
  try {
    const size = sizeNode(node, value, sizing, outer);
    const encoding = new Encoding(new Uint8Array(size), scope.structs, false);
    encodeNode(node, value, encoding, outer);
    return encoding.bytes;
  } catch (error) {
    if (isEncodeError(error)) return undefined;
    throw error;
  }
}

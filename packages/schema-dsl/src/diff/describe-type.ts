import { algorithmName } from '../ir/checksum.js';
import { describeNode } from '../ir/describe-node.js';
import type { NodeIR } from '../ir/node.js';
import type { CustomNode } from '../ir/nodes/custom.js';
import { printExpression } from '../ir/print-expression.js';
import type { ProcessorIR } from '../ir/processor.js';
import { describeExtent } from './describe-extent.js';

/** A node with its extent, for people: `bytes (length)`. */
export function describeType(node: NodeIR): string {
  const isExtended = node.kind === 'bytes' || node.kind === 'string' || node.kind === 'list';
  return isExtended ? `${describeNode(node)} (${describeExtent(node.extent)})` : describeNode(node);
}

/** A transformation of bytes in a few words. */
export function describeProcessor(processor: ProcessorIR): string {
  switch (processor.kind) {
    case 'xor':
      return `xor ${'hex' in processor.key ? processor.key.hex : printExpression(processor.key)}`;
    case 'rotateLeft':
      return `rotated left by ${processor.bits}`;
    case 'swapBytes':
      return `bytes swapped in ${processor.size}`;
    case 'bijection':
      return algorithmName(processor.decode);
  }
}

/** The known properties of a custom codec, in a few words. */
export function describeCustom({ codec, min, max, type }: CustomNode): string {
  const size = max === undefined ? `${min} bytes or more` : `${min} to ${max} bytes`;
  return [algorithmName(codec), size, type].filter((part) => part !== undefined).join(', ');
}

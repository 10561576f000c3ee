import type { FlagsNode } from '@bytewright/schema-dsl/ir';
import { UNKNOWN_BITS, unknownBits } from '@bytewright/schema-dsl/ir';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';
import { addStep } from '../site.js';
import { addNode } from './index.js';

export const flags: AddNode<FlagsNode> = (node, site) => {
  const { parser, slot, path } = site;
  addNode(node.node, site);
  addStep(parser, (slots) => {
    const number = slots[slot] as number | bigint; // what the integer has read
    const bits = BigInt(number);
    const unknown = bits & unknownBits(node);
    if (node.strict && unknown !== 0n)
      throw new RejectedInputError(path, `${String(number)} has bits without a name`);
    const named = node.flags.map(({ name, bit }) => [name, ((bits >> BigInt(bit)) & 1n) === 1n] as const);
    const rest = typeof number === 'bigint' ? unknown : Number(unknown);
    slots[slot] = { ...Object.fromEntries(named), ...(node.strict ? {} : { [UNKNOWN_BITS]: rest }) };
  });
};

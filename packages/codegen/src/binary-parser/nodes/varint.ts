import { bigVarintAt, endOfVarint, varintAt, withPadding } from '@bytewright/runtime/codec';
import type { VarintNode } from '@bytewright/schema-dsl/ir';
import { varintTraits } from '@bytewright/schema-dsl/ir';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';
import { addStep } from '../site.js';

/** An array of bytes up to one without a successor, which a step turns into the integer. */
export const varint: AddNode<VarintNode> = (node, { parser, slot, path }) => {
  const { encoding, bits, preserve } = node;
  const { bigint, label } = varintTraits(node);
  parser.array(slot, { type: 'uint8', readUntil: (byte: number) => byte < 0x80 });
  addStep(parser, (slots) => {
    const bytes = Uint8Array.from(slots[slot] as readonly number[]); // what the array above has read
    const end = endOfVarint(bytes, 0, bytes.length, encoding, bits, preserve);
    if (end !== bytes.length) throw new RejectedInputError(path, `is not a ${label}`);
    const value = (bigint ? bigVarintAt : varintAt)(bytes, 0, end, encoding);
    slots[slot] = preserve ? withPadding(value, end, encoding) : value;
  });
};

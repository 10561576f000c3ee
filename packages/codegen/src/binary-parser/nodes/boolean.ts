import type { BooleanNode } from '@bytewright/schema-dsl/ir';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';
import { addStep } from '../site.js';

export const boolean: AddNode<BooleanNode> = (_, { parser, slot, path }) => {
  parser.uint8(slot);
  addStep(parser, (slots) => {
    const byte = slots[slot];
    if (byte !== 0 && byte !== 1) throw new RejectedInputError(path, `${String(byte)} is no bool`);
    slots[slot] = byte === 1;
  });
};

import type { BooleanNode } from '@bytewright/schema-dsl/ir';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';
import { addStep } from '../site.js';

export const boolean: AddNode<BooleanNode> = ({ preserve }, { parser, slot, path }) => {
  parser.uint8(slot);
  addStep(parser, (slots) => {
    const byte = slots[slot];
    const isBoolean = byte === 0 || byte === 1;
    if (!isBoolean && !preserve) throw new RejectedInputError(path, `${String(byte)} is not a bool`);
    slots[slot] = isBoolean ? byte === 1 : byte;
  });
};

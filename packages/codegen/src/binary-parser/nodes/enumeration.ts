import type { EnumerationNode } from '@bytewright/schema-dsl/ir';
import { memberWithValue } from '@bytewright/schema-dsl/ir';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';
import { addStep } from '../site.js';
import { addNode } from './index.js';

export const enumeration: AddNode<EnumerationNode> = (node, site) => {
  const { parser, slot, path } = site;
  addNode(node.node, site);
  addStep(parser, (slots) => {
    const member = memberWithValue(node, slots[slot]);
    if (member === undefined && !node.open)
      throw new RejectedInputError(path, `${String(slots[slot])} is not a member`);
    slots[slot] = member?.name ?? slots[slot];
  });
};

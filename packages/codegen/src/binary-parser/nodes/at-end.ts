import type { AtEndNode } from '@bytewright/schema-dsl/ir';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';
import { addRest, addStep } from '../site.js';

export const atEnd: AddNode<AtEndNode> = (_, site) => {
  const rest = addRest(site);
  addStep(site.parser, (slots) => {
    if (slots[rest] !== 0) throw new RejectedInputError(site.path, `${String(slots[rest])} bytes follow`);
    slots[site.slot] = undefined;
  });
};

import { equalBytes } from '@bytewright/runtime/codec';
import type { LiteralNode } from '@bytewright/schema-dsl/ir';
import { constantValue } from '@bytewright/schema-dsl/ir';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';
import { addStep } from '../site.js';
import { addNode } from './index.js';

export const literal: AddNode<LiteralNode> = (node, site) => {
  const { parser, slot, path } = site;
  const expected = constantValue(node.value);
  addNode(node.node, site);
  addStep(parser, (slots) => {
    if (!isSame(slots[slot], expected)) throw new RejectedInputError(path, 'is another constant');
  });
};

function isSame(found: unknown, expected: unknown): boolean {
  return found instanceof Uint8Array && expected instanceof Uint8Array
    ? equalBytes(found, expected)
    : Object.is(found, expected); // -0 is written as other bytes than 0
}

import type { SizedNode } from '@bytewright/schema-dsl/ir';
import { addByteSize } from '../add-size.js';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';
import { addStep, branch } from '../site.js';
import { addNode } from './index.js';

/**
 * `wrapped` reads from a buffer of its own, in which offsets start at 0, and does not ask whether it was read
 * to the end. (It also leaves a global variable behind, which keeps the last region's bytes from being
 * freed.)
 */
export const sized: AddNode<SizedNode> = (node, site) => {
  const { parser, path, build } = site;
  const length = addByteSize(node.size, site);
  const end = build.fresh('end');
  const region = branch(site);
  addNode(node.node, region);
  region.parser.saveOffset(end);
  parser.wrapped({ length, wrapper: (bytes) => bytes, type: region.parser });
  addStep(parser, (slots) => {
    if (slots[end] !== slots[length])
      throw new RejectedInputError(path, `fills ${String(slots[end])} of ${String(slots[length])} bytes`);
  });
};

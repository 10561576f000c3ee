import { textAt } from '@bytewright/runtime';
import type { StringNode } from '@bytewright/schema-dsl/ir';
import { addByteSize } from '../add-size.js';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';

export const string: AddNode<StringNode> = (node, site) => {
  const { parser, slot, path } = site;
  const length = addByteSize(node.extent, site);
  parser.buffer(slot, {
    length,
    formatter: (view: Uint8Array): string => {
      const text = textAt(view, 0, view.length, node.encoding);
      if (text === undefined) throw new RejectedInputError(path, `is no ${node.encoding} text`);
      return text;
    },
  });
};

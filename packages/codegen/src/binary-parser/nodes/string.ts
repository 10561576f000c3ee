import { textAt } from '@bytewright/runtime/codec';
import type { StringNode } from '@bytewright/schema-dsl/ir';
import { addContent } from '../add-size.js';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';

export const string: AddNode<StringNode> = (node, site) => {
  const decode = (view: Uint8Array): string => {
    const text = textAt(view, 0, view.length, node.encoding);
    if (text === undefined) throw new RejectedInputError(site.path, `is not ${node.encoding} text`);
    return text;
  };
  addContent(node.extent, decode, site);
};

import type { BytesNode } from '@bytewright/schema-dsl/ir';
import { addByteSize } from '../add-size.js';
import type { AddNode } from '../site.js';

export const bytes: AddNode<BytesNode> = (node, site) => {
  const length = addByteSize(node.extent, site);
  // a plain copy: what binary-parser gives is a view of the input, and a Buffer if that is one
  site.parser.buffer(site.slot, { length, formatter: (view: Uint8Array) => new Uint8Array(view) });
};

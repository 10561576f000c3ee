import type { BytesNode } from '@bytewright/schema-dsl/ir';
import { addContent } from '../add-size.js';
import type { AddNode } from '../site.js';

// a plain copy: what binary-parser gives is a view of the input, and a Buffer if that is one
export const bytes: AddNode<BytesNode> = (node, site) =>
  addContent(node.extent, (view) => new Uint8Array(view), site);

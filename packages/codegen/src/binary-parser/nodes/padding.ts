import { findOther } from '@bytewright/runtime/codec';
import type { PaddingNode } from '@bytewright/schema-dsl/ir';
import { addContent } from '../add-size.js';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';

export const padding: AddNode<PaddingNode> = ({ size, fill, keep }, site) => {
  const convert = (view: Uint8Array): Uint8Array | undefined => {
    if (findOther(view, 0, view.length, fill) < 0) return undefined;
    if (!keep) throw new RejectedInputError(site.path, `is filled with something other than ${fill}`);
    return new Uint8Array(view);
  };
  addContent(size, convert, site);
};

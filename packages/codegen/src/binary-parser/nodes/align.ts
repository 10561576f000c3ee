import { findOther, paddingTo } from '@bytewright/runtime/codec';
import type { AlignNode } from '@bytewright/schema-dsl/ir';
import { addCheckedSize } from '../add-size.js';
import { evaluateAt } from '../expressions/evaluate-at.js';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';
import { addStep } from '../site.js';

export const align: AddNode<AlignNode> = ({ field, to, fill, keep }, site) => {
  const { parser, slot, path } = site;
  const offset = evaluateAt(site, { op: 'offsetOf', field });
  const length = addCheckedSize(site, () => paddingTo(Number(offset()), to));
  parser.buffer(slot, { length, formatter: (view: Uint8Array) => new Uint8Array(view) });
  addStep(parser, (slots) => {
    const padding = slots[slot] as Uint8Array; // what buffer has put there
    if (findOther(padding, 0, padding.length, fill) < 0) slots[slot] = undefined;
    else if (!keep) throw new RejectedInputError(path, `is filled with something other than ${fill}`);
  });
};

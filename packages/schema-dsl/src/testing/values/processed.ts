import type { ProcessedNode } from '../../ir/node.js';
import { clamp, isEmpty } from '../constraints/range.js';
import { Unsatisfiable } from './generation-budget.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';

/** The values of the content; the transformation does not affect them, unless there is no possible key. */
export const processed: Generate<ProcessedNode> = ({ processor, node }, place) => {
  if (processor.kind === 'xor' && 'op' in processor.key) {
    const keys = clamp(place.scope.rangeOf(processor.key), 0, 2 ** (8 * processor.size) - 1);
    if (isEmpty(keys)) throw new Unsatisfiable(`no key of ${processor.size} bytes is possible here`);
  }
  return valuesOf(node, place);
};

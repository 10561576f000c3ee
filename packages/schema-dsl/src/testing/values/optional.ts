import * as fc from 'fast-check';
import type { OptionalNode } from '../../ir/node.js';
import { asPeeked } from './as-peeked.js';
import { boundedFilter } from './bounded-filter.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';
import { DEEP } from './place.js';

/**
 * As the condition requires if it depends on earlier fields; either way if it is derived from the presence.
 */
export const optional: Generate<OptionalNode> = (node, place) => {
  const { scope, depth } = place;
  if (scope.isKnown(node.when))
    return scope.evaluate(node.when) ? valuesOf(node.node, place) : fc.constant(undefined);
  if (depth >= DEEP) return fc.constant(undefined);
  const values = valuesOf(node.node, place);
  const fits = asPeeked(node.when, node.node, place, Boolean);
  const present =
    fits === undefined
      ? values
      : boundedFilter(values, fits, 'value whose first bytes say that it is there', place.budget);
  return fc.option(present, { nil: undefined, freq: 3 });
};

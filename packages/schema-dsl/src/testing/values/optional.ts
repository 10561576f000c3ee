import * as fc from 'fast-check';
import type { OptionalNode } from '../../ir/node.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';
import { DEEP } from './place.js';

/**
 * As the condition says, where it follows from what comes before; either way where it follows from the
 * presence.
 */
export const optional: Generate<OptionalNode> = (node, place) => {
  const { scope, depth } = place;
  if (scope.isKnown(node.when))
    return scope.evaluate(node.when) ? valuesOf(node.node, place) : fc.constant(undefined);
  return depth >= DEEP
    ? fc.constant(undefined)
    : fc.option(valuesOf(node.node, place), { nil: undefined, freq: 3 });
};

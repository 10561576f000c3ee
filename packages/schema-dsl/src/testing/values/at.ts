import * as fc from 'fast-check';
import type { AtNode } from '../../ir/node.js';
import { ANY_SIZE } from '../constraints/range.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';
import { DEEP } from './place.js';

/** The values of the inner node; its offset is settled once the whole struct has been generated. */
export const at: Generate<AtNode> = (node, place) => {
  const { scope, depth } = place;
  const inside = { ...place, room: ANY_SIZE };
  if (node.when === undefined) return valuesOf(node.node, inside);
  if (scope.isKnown(node.when))
    return scope.evaluate(node.when) ? valuesOf(node.node, inside) : fc.constant(undefined);
  return depth >= DEEP
    ? fc.constant(undefined)
    : fc.option(valuesOf(node.node, inside), { nil: undefined, freq: 3 });
};

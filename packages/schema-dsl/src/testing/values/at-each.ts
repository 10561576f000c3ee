import * as fc from 'fast-check';
import type { AtEachNode } from '../../ir/node.js';
import { ANY_SIZE } from '../constraints/range.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';
import { below } from './place.js';

/** A node for each element of the list, which has already been generated. */
export const atEach: Generate<AtEachNode> = (node, place) => {
  const elements = Array.from(place.scope.evaluate(node.each) as ArrayLike<unknown>); // a list
  const items = elements.map((element) => {
    const scope = place.scope.withElement(element);
    if (node.when !== undefined && !scope.evaluate(node.when)) return fc.constant(undefined);
    return valuesOf(node.node, { ...below(place), scope, room: ANY_SIZE, depth: place.depth + 1 });
  });
  return fc.tuple(...items);
};

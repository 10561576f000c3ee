import * as fc from 'fast-check';
import type { NodeIR } from '../../ir/node.js';
import { leastDepth } from '../constraints/least-depth.js';
import { Unsatisfiable } from './generation-budget.js';
import type { Place } from './place.js';
import { DEEP } from './place.js';

/** One of several ways to generate a value. */
export interface Alternative {
  readonly node: NodeIR;
  readonly make: () => fc.Arbitrary<unknown>;
}

/**
 * Values of all possible alternatives; at great depth, only of the shallowest ones. They shrink towards the first.
 */
export function anyOf(alternatives: readonly Alternative[], { depth, scope }: Place): fc.Arbitrary<unknown> {
  const depthOf = ({ node }: Alternative): number => leastDepth(node, scope.structs);
  const shallowest = Math.min(...alternatives.map(depthOf));
  const possible = alternatives.flatMap((alternative) => {
    if (depth >= DEEP && depthOf(alternative) > shallowest) return [];
    try {
      return [alternative.make()];
    } catch (error) {
      if (error instanceof Unsatisfiable) return [];
      throw error;
    }
  });
  if (possible.length === 0) throw new Unsatisfiable('no alternative is possible here');
  return fc.oneof({ withCrossShrink: true }, ...possible);
}

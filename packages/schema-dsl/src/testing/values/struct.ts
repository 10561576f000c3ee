import { structNamed } from '../../ir/analysis/struct-named.js';
import type { StructReference } from '../../ir/node.js';
import { Unsatisfiable } from './generation-budget.js';
import type { Generate } from './place.js';
import { DEEP } from './place.js';
import { StructValues } from './struct-values.js';

export const struct: Generate<StructReference> = (node, place) => {
  const byHand = place.given[node.name];
  if (byHand !== undefined) return byHand;
  const definition = structNamed(node.name, place.scope.structs);
  if (!definition.recursive) return new StructValues(definition, place);
  if (place.depth > DEEP + 2) throw new Unsatisfiable(`${node.name} within itself, deeper than is made up`);
  return new StructValues(definition, { ...place, depth: place.depth + 1 });
};

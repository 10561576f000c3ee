import * as fc from 'fast-check';
import type { EnumerationNode } from '../../ir/nodes/enumeration.js';
import { memberWithValue } from '../../ir/nodes/enumeration.js';
import { boundedFilter } from './bounded-filter.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';
import { below } from './place.js';
import { withExamples } from './weighted-union.js';

/** Names, with those that the schema compares with more frequent; for an open enumeration also numbers without a name. */
export const enumeration: Generate<EnumerationNode> = (node, place) => {
  const names = node.members.map(({ name }) => name);
  const hinted = place.hints.flatMap(({ path, value }) =>
    path.length === 0 && names.includes(value as string) ? [value as string] : [],
  );
  const named: fc.Arbitrary<unknown> = withExamples(fc.constantFrom(...names), hinted);
  if (!node.open) return named;
  const hasNoName = (value: unknown): boolean => memberWithValue(node, value) === undefined;
  const others = boundedFilter(
    valuesOf(node.node, below(place)),
    hasNoName,
    'number without a name',
    place.budget,
  );
  return fc.oneof({ weight: 3, arbitrary: named }, others);
};

import type { SearchNode } from '../../ir/node.js';
import { anyOf } from './alternatives.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';

/** Values with any of the parameter's values; the encoder rejects those that a decoder would decode with another one. */
export const search: Generate<SearchNode> = ({ node, parameter, values }, place) =>
  anyOf(
    values.map((value) => ({
      node,
      make: () =>
        valuesOf(node, {
          ...place,
          scope: place.scope.bind([{ parameter, value: { op: 'constant', value } }]),
        }),
    })),
    place,
  );

import type { FirstOfNode } from '../../ir/node.js';
import { anyOf } from './alternatives.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';
import { below } from './place.js';

/** Any arm; the encoder rejects values that an earlier arm would decode. */
export const firstOf: Generate<FirstOfNode> = (node, place) =>
  anyOf(
    node.arms.map((arm) => ({
      node: arm.node,
      make: () =>
        valuesOf(arm.node, below(place)).map((value) => ({ [node.tag]: arm.name, [node.value]: value })),
    })),
    place,
  );

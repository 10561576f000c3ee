import type { SizedNode } from '../../ir/node.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';
import { sizesOf } from './sizes.js';

export const sized: Generate<SizedNode> = (node, place) =>
  valuesOf(node.node, { ...place, room: sizesOf(node.size, place) });

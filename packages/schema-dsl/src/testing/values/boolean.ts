import * as fc from 'fast-check';
import type { BooleanNode } from '../../ir/node.js';
import type { Generate } from './place.js';

export const boolean: Generate<BooleanNode> = ({ preserve }) =>
  preserve ? fc.oneof(fc.boolean(), fc.integer({ min: 2, max: 255 })) : fc.boolean();

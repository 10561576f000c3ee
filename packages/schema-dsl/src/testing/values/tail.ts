import type { TailNode } from '../../ir/node.js';
import { ANY_SIZE } from '../constraints/range.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';

export const tail: Generate<TailNode> = (node, place) => valuesOf(node.node, { ...place, room: ANY_SIZE });

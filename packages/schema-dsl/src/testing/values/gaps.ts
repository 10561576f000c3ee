import * as fc from 'fast-check';
import type { GapsNode } from '../../ir/node.js';
import type { Generate } from './place.js';

/** None yet: what nothing holds shows when all of the struct is there. */
export const gaps: Generate<GapsNode> = () => fc.constant([]);

import * as fc from 'fast-check';
import type { LookaheadNode } from '../../ir/node.js';
import type { Generate } from './place.js';

/** Either; which one is true of the bytes shows when they are written. */
export const lookahead: Generate<LookaheadNode> = () => fc.boolean();

import * as fc from 'fast-check';
import type { LookaheadNode } from '../../ir/node.js';
import type { Generate } from './place.js';

/** Either; which one is right is known once the bytes are written. */
export const lookahead: Generate<LookaheadNode> = () => fc.boolean();

import * as fc from 'fast-check';
import type { GapsNode } from '../../ir/node.js';
import type { Generate } from './place.js';

/** Empty for now: the gaps are known once the whole struct has been generated. */
export const gaps: Generate<GapsNode> = () => fc.constant([]);

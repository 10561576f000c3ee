import * as fc from 'fast-check';
import type { AtEndNode } from '../../ir/node.js';
import type { Generate } from './place.js';

export const atEnd: Generate<AtEndNode> = () => fc.constant(undefined);

import * as fc from 'fast-check';
import type { BooleanNode } from '../../ir/node.js';
import type { Generate } from './place.js';

export const boolean: Generate<BooleanNode> = () => fc.boolean();

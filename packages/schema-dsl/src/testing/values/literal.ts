import * as fc from 'fast-check';
import { constantValue } from '../../ir/expression.js';
import type { LiteralNode } from '../../ir/node.js';
import type { Generate } from './place.js';

export const literal: Generate<LiteralNode> = (node) =>
  fc.constant(null).map(() => constantValue(node.value)); // fresh bytes each time

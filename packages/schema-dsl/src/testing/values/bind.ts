import type { BindNode } from '../../ir/node.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';

export const bind: Generate<BindNode> = (node, place) =>
  valuesOf(node.node, { ...place, scope: place.scope.bind(node.bindings) });

import type { ProcessedNode } from '../../ir/node.js';
import { valuesOf } from './index.js';
import type { Generate } from './place.js';

/** What the content may be; that its bytes are changed shows in none of it. */
export const processed: Generate<ProcessedNode> = (node, place) => valuesOf(node.node, place);

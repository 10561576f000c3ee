import type { PeekNode } from '../../ir/node.js';
import type { Generate } from './place.js';

/**
 * As a field it is hidden; anywhere else its value depends on what follows, which no value can guarantee.
 */
export const peek: Generate<PeekNode> = () => {
  throw new TypeError('peek() is for fields; elsewhere it has no value of its own to make up');
};

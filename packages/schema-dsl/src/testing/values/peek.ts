import type { PeekNode } from '../../ir/node.js';
import type { Generate } from './place.js';

/**
 * As a field it is hidden; anywhere else its value is whatever comes after it, which no value can promise.
 */
export const peek: Generate<PeekNode> = () => {
  throw new TypeError('peek() is for fields; elsewhere it has no value of its own to make up');
};

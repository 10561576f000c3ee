import type { TextEncoding } from '../ir/nodes/string.js';
import type { Ending, Size } from './extent.js';
import { toExtent } from './extent.js';
import type { Node } from './node.js';
import { makeNode } from './node.js';

/**
 * Text. Sizes count bytes. Ill-formed text is `invalid-text`, never replaced.
 *
 * @example `string(prefix(u8), 'ascii')` reads "hi" from `02 68 69`
 */
export function string(
  size?: Size | Ending<'bytes' | 'any'>,
  encoding: TextEncoding = 'utf-8',
): Node<string> {
  return makeNode({ kind: 'string', extent: toExtent(size), encoding });
}

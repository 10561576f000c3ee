import type { TextEncoding } from '../ir/nodes/string.js';
import type { Ending, Size } from './extent.js';
import { toExtent } from './extent.js';
import type { Node } from './node.js';
import { makeNode } from './node.js';

/**
 * Text: ascii, latin1, utf-8, utf-16le or utf-16be. Sizes count bytes, and a byte order mark is a character like
 * any other. Ill-formed text, lone surrogates among it, is `invalid-text`, never replaced.
 *
 * @example `string(prefix(u8), 'ascii')` reads "hi" from `02 68 69`
 */
export function string(
  size?: Size | Ending<'bytes' | 'any'>,
  encoding: TextEncoding = 'utf-8',
): Node<string> {
  return makeNode({ kind: 'string', extent: toExtent(size), encoding });
}

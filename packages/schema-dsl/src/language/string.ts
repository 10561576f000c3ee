import { CallError } from '../ir/call-error.js';
import type { TextEncoding } from '../ir/nodes/string.js';
import { TEXT_ENCODINGS } from '../ir/nodes/string.js';
import { describeArgument } from './describe-argument.js';
import type { Ending, Size } from './extent.js';
import { toExtent } from './extent.js';
import type { Node } from './node.js';
import { makeNode } from './node.js';

/**
 * Text: ascii, latin1, utf-8, utf-16le or utf-16be. Sizes are in bytes, and a byte order mark is a character like any
 * other. Ill-formed text, including lone surrogates, is `invalid-text` and never replaced.
 *
 * @example `string(prefix(u8), 'ascii')` reads "hi" from `02 68 69`
 */
export function string(
  size?: Size | Ending<'bytes' | 'any'>,
  encoding: TextEncoding = 'utf-8',
): Node<string> {
  if (!TEXT_ENCODINGS.includes(encoding)) {
    const plain = plainName(encoding);
    const meant = TEXT_ENCODINGS.find((known) => plainName(known) === plain);
    throw new CallError(
      'unknown-encoding',
      'string()',
      `expected a known encoding: ${TEXT_ENCODINGS.join(', ')}; found ${describeArgument(encoding)}; ${
        meant === undefined ? 'use one of these, or custom(…) for another' : `write '${meant}'`
      }`,
    );
  }
  return makeNode({ kind: 'string', extent: toExtent(size, 'string()'), encoding });
}

/** A normalized encoding name: `UTF8` and `utf_8` are `utf-8`, and `iso-8859-1` is `latin1`. */
function plainName(encoding: unknown): string {
  const plain = String(encoding)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return plain === 'iso88591' ? 'latin1' : plain.replace(/^usascii$/, 'ascii');
}

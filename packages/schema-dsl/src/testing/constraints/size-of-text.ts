import { isEncodeError } from '@bytewright/runtime';
import { textSize } from '@bytewright/runtime/codec';
import type { TextEncoding } from '../../ir/nodes/string.js';

/** The number of bytes of a text; `undefined` if the encoding cannot represent it. */
export function sizeOfText(text: string, encoding: TextEncoding): number | undefined {
  try {
    return textSize(text, encoding, '');
  } catch (error) {
    if (isEncodeError(error)) return undefined;
    throw error;
  }
}

import { isEncodeError } from '@bytewright/runtime';
import { textSize } from '@bytewright/runtime/codec';
import type { TextEncoding } from '../../ir/nodes/string.js';

/** Bytes that a text takes; `undefined` for what is not text of the encoding. */
export function sizeOfText(text: string, encoding: TextEncoding): number | undefined {
  try {
    return textSize(text, encoding, '');
  } catch (error) {
    if (isEncodeError(error)) return undefined;
    throw error;
  }
}

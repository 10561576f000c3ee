import type { Input } from '../input/input.js';
import { noteReach } from '../input/note-reach.js';
import { decodeText, textAt } from './decode-text.js';
import type { TextEncoding } from './text-encoding.js';

/**
 * Text of any length from bytes `from` to `to`, which exist. Where it is none, all of it has been looked at.
 *
 * @param end where the field ends, if what is behind the text has been looked at before
 * @throws DecodeError `invalid-text` at the first byte that is not text in this encoding.
 * @example the bytes `68 69` are "hi"; `e9` and a million letters fail at the first byte, and cost all of them
 */
export function takeText(
  input: Pick<Input, 'bytes' | 'reached'>,
  from: number,
  to: number,
  encoding: TextEncoding,
  path: string,
  end: number = to,
): string {
  const text = textAt(input.bytes, from, to, encoding);
  if (text !== undefined) return text;
  noteReach(input, end);
  return decodeText(input.bytes, from, to, encoding, path); // says why
}

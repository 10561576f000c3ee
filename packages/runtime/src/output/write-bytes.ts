import { encodeFailure } from '../errors/failures.js';
import type { Output } from './output.js';

/**
 * Copies bytes to an offset, and gives the offset behind them.
 *
 * @throws EncodeError `wrong-length` where they do not fit: the value has grown since its size was taken.
 */
export function writeBytes(
  output: Pick<Output, 'bytes'>,
  bytes: Uint8Array,
  offset: number,
  path: string,
): number {
  if (bytes.length > output.bytes.length - offset) {
    throw encodeFailure('wrong-length', offset, path, 'the length that was sized', `length ${bytes.length}`);
  }
  output.bytes.set(bytes, offset);
  return offset + bytes.length;
}

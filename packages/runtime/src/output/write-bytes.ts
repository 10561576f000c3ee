import { grownValue } from '../errors/changed-value.js';
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
    throw grownValue(offset, path, output.bytes.length - offset, bytes.length);
  }
  output.bytes.set(bytes, offset);
  return offset + bytes.length;
}

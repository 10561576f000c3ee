import { grownValue } from '../errors/changed-value.js';
import type { Output } from './output.js';

/** Up to so many bytes a loop is faster than a call into the platform. */
const FEW = 32;

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
  if (bytes.length > FEW) output.bytes.set(bytes, offset);
  else for (let i = 0; i < bytes.length; i++) output.bytes[offset + i] = bytes[i] ?? 0;
  return offset + bytes.length;
}

import { checkLength } from '../check/check-length.js';
import { checkBytes } from '../check/check-values.js';
import type { Output } from './output.js';
import { writeBytes } from './write-bytes.js';

/**
 * Copies bytes of a fixed length to an offset, and returns the offset after them.
 *
 * @throws EncodeError `wrong-type` for a value that is not bytes, `wrong-length` for bytes of another length
 * @example `writeFixedBytes(output, mac, 6, 0, 'mac')` gives 6
 */
export function writeFixedBytes(
  output: Pick<Output, 'bytes'>,
  value: unknown,
  size: number,
  offset: number,
  path: string,
): number {
  const bytes = checkBytes(value, offset, path);
  checkLength(bytes.length, size, offset, path);
  return writeBytes(output, bytes, offset, path);
}

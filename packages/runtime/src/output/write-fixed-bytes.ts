import { checkLength } from '../check/check-length.js';
import { checkBytes } from '../check/check-values.js';
import type { Output } from './output.js';
import { writeBytes } from './write-bytes.js';

/**
 * Copies bytes that are always as many to an offset, and gives the offset behind them.
 *
 * @throws EncodeError `wrong-type` for what are no bytes, `wrong-length` where there are more or fewer
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

import { constants } from 'node:buffer';
import { UsageError } from '@bytewright/cli';

const UNITS = new Map([
  ['', 1],
  ['K', 2 ** 10],
  ['M', 2 ** 20],
  ['G', 2 ** 30],
]);

/**
 * A number of bytes as it is given on a command line.
 *
 * @throws UsageError for anything else, and for more than one piece of memory can be
 * @example `parseSize('64M')` is 67,108,864
 */
export function parseSize(text: string): number {
  const [, digits = '', unit = ''] = /^([0-9]{1,15})([KMG]?)$/.exec(text) ?? [];
  const size = Number(digits) * (UNITS.get(unit) ?? 1);
  if (digits === '')
    throw new UsageError(`--limit takes a number of bytes such as 1000000, 64M or 1G, not ${text}`);
  if (size > constants.MAX_LENGTH)
    throw new UsageError(`--limit: at most ${constants.MAX_LENGTH} bytes can be read`);
  return size;
}

import { constants } from 'node:buffer';
import { UsageError } from '@bytewright/cli';

const UNITS = new Map([
  ['', 1],
  ['K', 2 ** 10],
  ['M', 2 ** 20],
  ['G', 2 ** 30],
]);

/**
 * Parses a number of bytes given on the command line.
 *
 * @throws UsageError for anything else, and for more than one buffer can hold
 * @example `parseSize('64M')` is 67,108,864
 */
export function parseSize(text: string): number {
  const [, digits = '', unit = ''] = /^([0-9]{1,15})([KMG]?)$/.exec(text) ?? [];
  const size = Number(digits) * (UNITS.get(unit) ?? 1);
  if (digits === '')
    throw new UsageError(`--limit requires a number of bytes such as 1000000, 64M or 1G, not ${text}`);
  if (size > constants.MAX_LENGTH)
    throw new UsageError(`--limit must be at most ${constants.MAX_LENGTH} bytes`);
  return size;
}

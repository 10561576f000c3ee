import { constants } from 'node:buffer';
import { CommandError } from './command-error.js';
import { printable } from './printable.js';

const UNITS = new Map([
  ['', 1],
  ['K', 2 ** 10],
  ['M', 2 ** 20],
  ['G', 2 ** 30],
]);

/**
 * A number of bytes as it is given on a command line.
 *
 * @throws CommandError for anything else, and for more than one piece of memory can be
 * @example `parseSize('64M')` is 67,108,864
 */
export function parseSize(text: string): number {
  const [, digits = '', unit = ''] = /^([0-9]{1,15})([KMG]?)$/.exec(text) ?? [];
  const size = Number(digits) * (UNITS.get(unit) ?? 1);
  if (digits === '')
    throw new CommandError(
      `--limit takes a number of bytes such as 1000000, 64M or 1G, not ${printable(text)}`,
    );
  if (size > constants.MAX_LENGTH)
    throw new CommandError(`--limit: at most ${constants.MAX_LENGTH} bytes can be read`);
  return size;
}

import type { Arguments, Option } from '@bytewright/cli';
import { DEFAULT_SIZE_LIMIT } from '../containers/input/size-limit.js';
import { parseSize } from './parse-size.js';

/** Limits how much a command reads. */
export const LIMIT_OPTION: Option = {
  name: 'limit',
  value: 'SIZE',
  help: 'refuse input larger than this, before or after inflating, such as 64M or 1G (default 256M)',
};

/** The maximum number of bytes to read. @throws UsageError if the option is not a size */
export function limitOf(args: Arguments): number {
  const limit = args.get('limit');
  return limit === undefined ? DEFAULT_SIZE_LIMIT : parseSize(limit);
}

import type { Arguments, Option } from '@bytewright/cli';
import { DEFAULT_SIZE_LIMIT } from '../containers/input/size-limit.js';
import { parseSize } from './parse-size.js';

/** How much a command reads. */
export const LIMIT_OPTION: Option = {
  name: 'limit',
  value: 'SIZE',
  help: 'refuse more bytes than this, such as 64M or 1G (default 256M), also after inflating',
};

/** Most bytes that are read. @throws UsageError for what is no size */
export function limitOf(args: Arguments): number {
  const limit = args.get('limit');
  return limit === undefined ? DEFAULT_SIZE_LIMIT : parseSize(limit);
}

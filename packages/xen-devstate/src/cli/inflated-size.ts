import { count } from '@bytewright/cli';
import { MOST_MEMBERS } from '../containers/input/count-members.js';
import type { InflatedInput } from '../containers/input/inflate.js';

/** Describes the size of a file: that of the inflated bytes, with the number of gzip members if there are several. */
export function inflatedSize(
  size: number,
  { gzip, members }: Pick<InflatedInput, 'gzip' | 'members'>,
): string {
  const bytes = count(size, 'byte');
  if (!gzip) return bytes;
  if (members <= 1) return `${bytes} after inflating`;
  return `${bytes} after inflating ${members} gzip members${members < MOST_MEMBERS ? '' : ' or more'}`;
}

import type { Output } from './output.js';
import { decide } from './output.js';

/**
 * Records that a look-ahead finds something at an offset, or nothing, once everything is written: what a list that goes on as
 * long as more is ahead is decided by.
 *
 * @example `decideMatch(output, '', output.offset, true, matchEntry)` in front of each entry, with `false` behind the last one
 */
export function decideMatch(
  output: Output,
  path: string,
  offset: number,
  matches: boolean,
  match: (bytes: Uint8Array, view: DataView, start: number, end: number) => number,
): void {
  const { end } = output;
  decide(output, path, {
    offset,
    holds: (finished, view) => match(finished, view, offset, end) >= 0 === matches,
  });
}

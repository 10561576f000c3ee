import type { Input } from '../input/input.js';
import type { Decision, Output } from './output.js';
import { decide } from './output.js';

/** Tries what lies ahead: gives the offset behind it, or -1. */
type Match = (bytes: Uint8Array, view: DataView, start: number, end: number) => number;

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
  match: Match,
): void {
  decide(output, path, new MatchDecision(offset, output.end, matches, match));
}

/** A class, so that a decision of many is no more than its numbers. */
class MatchDecision implements Decision {
  readonly offset: number;
  readonly end: number;
  readonly matches: boolean;
  readonly match: Match;

  constructor(offset: number, end: number, matches: boolean, match: Match) {
    this.offset = offset;
    this.end = end;
    this.matches = matches;
    this.match = match;
  }

  holds(finished: Uint8Array, view: DataView, { end }: Input): boolean {
    return this.match(finished, view, this.offset, end) >= 0 === this.matches;
  }
}

import type { Reading } from '../reading.js';
import { need, noSubsections, paddingAt } from '../reading.js';
import type { Writing } from '../writing.js';
import { none, putPadding, room } from '../writing.js';

/** Reads what is as long as its parts are. */
export function readTimer(r: Reading) {
  const o = r.at;
  need(r, o + 24);
  r.at = o + 24;
  noSubsections(r, 'timer');
  return {
    cpuTicksOffset: r.view.getBigInt64(o),
    unused: paddingAt(r, o + 8, 8),
    cpuClockOffset: r.view.getBigInt64(o + 16),
    subsections: [] as never[],
  };
}

/** What {@link readTimer} gives. */
export type Timer = ReturnType<typeof readTimer>;

/** Writes what {@link readTimer} reads. */
export function writeTimer(w: Writing, value: Timer): void {
  const o = w.at;
  room(w, o + 24);
  w.view.setBigInt64(o, value.cpuTicksOffset);
  putPadding(w, o + 8, 8, value.unused);
  w.view.setBigInt64(o + 16, value.cpuClockOffset);
  w.at = o + 24;
  none(value.subsections);
}

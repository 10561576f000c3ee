import type { Reading } from '../reading.js';
import { need, noSubsections } from '../reading.js';
import type { Writing } from '../writing.js';
import { none, room } from '../writing.js';

/** Reads what is as long as its parts are. */
export function readCpuCommon(r: Reading) {
  const o = r.at;
  need(r, o + 8);
  r.at = o + 8;
  noSubsections(r, 'cpu_common');
  return {
    halted: r.view.getUint32(o),
    interruptRequest: r.view.getUint32(o + 4),
    subsections: [] as never[],
  };
}

/** What {@link readCpuCommon} gives. */
export type CpuCommon = ReturnType<typeof readCpuCommon>;

/** Writes what {@link readCpuCommon} reads. */
export function writeCpuCommon(w: Writing, value: CpuCommon): void {
  const o = w.at;
  room(w, o + 8);
  w.view.setUint32(o, value.halted);
  w.view.setUint32(o + 4, value.interruptRequest);
  w.at = o + 8;
  none(value.subsections);
}

import type { Reading } from '../reading.js';
import { need, noSubsections } from '../reading.js';
import type { Writing } from '../writing.js';
import { none, room } from '../writing.js';
import { readPS2CommonState, writePS2CommonState } from './ps2common-state.js';

/** Reads what is as long as its parts are. */
export function readPs2kbd(r: Reading) {
  const o = r.at;
  need(r, o + 284);
  r.at = o + 284;
  noSubsections(r, 'ps2kbd');
  return {
    parentObj: readPS2CommonState(r, o),
    scanEnabled: r.view.getInt32(o + 272),
    translate: r.view.getInt32(o + 276),
    scancodeSet: r.view.getInt32(o + 280),
    subsections: [] as never[],
  };
}

/** What {@link readPs2kbd} gives. */
export type Ps2kbd = ReturnType<typeof readPs2kbd>;

/** Writes what {@link readPs2kbd} reads. */
export function writePs2kbd(w: Writing, value: Ps2kbd): void {
  const o = w.at;
  room(w, o + 284);
  writePS2CommonState(w, o, value.parentObj);
  w.view.setInt32(o + 272, value.scanEnabled);
  w.view.setInt32(o + 276, value.translate);
  w.view.setInt32(o + 280, value.scancodeSet);
  w.at = o + 284;
  none(value.subsections);
}

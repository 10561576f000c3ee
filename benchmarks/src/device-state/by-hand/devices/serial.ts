import type { Reading } from '../reading.js';
import { need, noSubsections } from '../reading.js';
import type { Writing } from '../writing.js';
import { none, room } from '../writing.js';

/** Reads what is as long as its parts are. */
export function readSerialCore(r: Reading) {
  const o = r.at;
  need(r, o + 11);
  r.at = o + 11;
  noSubsections(r, 'serial');
  return {
    divider: r.view.getUint16(o),
    receiveBuffer: r.view.getUint8(o + 2),
    interruptEnable: r.view.getUint8(o + 3),
    interruptIdentification: r.view.getUint8(o + 4),
    lineControl: r.view.getUint8(o + 5),
    modemControl: r.view.getUint8(o + 6),
    lineStatus: r.view.getUint8(o + 7),
    modemStatus: r.view.getUint8(o + 8),
    scratch: r.view.getUint8(o + 9),
    fifoControl: r.view.getUint8(o + 10),
    subsections: [] as never[],
  };
}

/** What {@link readSerialCore} gives. */
export type SerialCore = ReturnType<typeof readSerialCore>;

/** Writes what {@link readSerialCore} reads. */
export function writeSerialCore(w: Writing, value: SerialCore): void {
  const o = w.at;
  room(w, o + 11);
  w.view.setUint16(o, value.divider);
  w.view.setUint8(o + 2, value.receiveBuffer);
  w.view.setUint8(o + 3, value.interruptEnable);
  w.view.setUint8(o + 4, value.interruptIdentification);
  w.view.setUint8(o + 5, value.lineControl);
  w.view.setUint8(o + 6, value.modemControl);
  w.view.setUint8(o + 7, value.lineStatus);
  w.view.setUint8(o + 8, value.modemStatus);
  w.view.setUint8(o + 9, value.scratch);
  w.view.setUint8(o + 10, value.fifoControl);
  w.at = o + 11;
  none(value.subsections);
}

/** Reads what is as long as its parts are. */
export function readSerial(r: Reading) {
  const state = readSerialCore(r);
  return {
    state,
  };
}

/** What {@link readSerial} gives. */
export type Serial = ReturnType<typeof readSerial>;

/** Writes what {@link readSerial} reads. */
export function writeSerial(w: Writing, value: Serial): void {
  writeSerialCore(w, value.state);
}

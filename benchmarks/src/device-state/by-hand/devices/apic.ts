import { readUint32Array, writeUint32Array } from '../arrays.js';
import type { Reading } from '../reading.js';
import { need, noSubsections } from '../reading.js';
import type { Writing } from '../writing.js';
import { none, room } from '../writing.js';

/** Reads what is as long as its parts are. */
export function readApic(r: Reading) {
  const o = r.at;
  need(r, o + 181);
  r.at = o + 181;
  noSubsections(r, 'apic');
  return {
    apicbase: r.view.getUint32(o),
    id: r.view.getUint8(o + 4),
    arbId: r.view.getUint8(o + 5),
    tpr: r.view.getUint8(o + 6),
    spuriousVec: r.view.getUint32(o + 7),
    logDest: r.view.getUint8(o + 11),
    destMode: r.view.getUint8(o + 12),
    isr: readUint32Array(r, o + 13, 8),
    tmr: readUint32Array(r, o + 45, 8),
    irr: readUint32Array(r, o + 77, 8),
    lvt: readUint32Array(r, o + 109, 6),
    esr: r.view.getUint32(o + 133),
    icr: readUint32Array(r, o + 137, 2),
    divideConf: r.view.getUint32(o + 145),
    countShift: r.view.getInt32(o + 149),
    initialCount: r.view.getUint32(o + 153),
    initialCountLoadTime: r.view.getBigInt64(o + 157),
    nextTime: r.view.getBigInt64(o + 165),
    timerExpiry: r.view.getBigInt64(o + 173),
    subsections: [] as never[],
  };
}

/** What {@link readApic} gives. */
export type Apic = ReturnType<typeof readApic>;

/** Writes what {@link readApic} reads. */
export function writeApic(w: Writing, value: Apic): void {
  const o = w.at;
  room(w, o + 181);
  w.view.setUint32(o, value.apicbase);
  w.view.setUint8(o + 4, value.id);
  w.view.setUint8(o + 5, value.arbId);
  w.view.setUint8(o + 6, value.tpr);
  w.view.setUint32(o + 7, value.spuriousVec);
  w.view.setUint8(o + 11, value.logDest);
  w.view.setUint8(o + 12, value.destMode);
  writeUint32Array(w, o + 13, 8, value.isr);
  writeUint32Array(w, o + 45, 8, value.tmr);
  writeUint32Array(w, o + 77, 8, value.irr);
  writeUint32Array(w, o + 109, 6, value.lvt);
  w.view.setUint32(o + 133, value.esr);
  writeUint32Array(w, o + 137, 2, value.icr);
  w.view.setUint32(o + 145, value.divideConf);
  w.view.setInt32(o + 149, value.countShift);
  w.view.setUint32(o + 153, value.initialCount);
  w.view.setBigInt64(o + 157, value.initialCountLoadTime);
  w.view.setBigInt64(o + 165, value.nextTime);
  w.view.setBigInt64(o + 173, value.timerExpiry);
  w.at = o + 181;
  none(value.subsections);
}

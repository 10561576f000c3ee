import type { Reading } from '../reading.js';
import { bytesAt, need, noSubsections, paddingAt } from '../reading.js';
import type { Writing } from '../writing.js';
import { none, putBytes, putPadding, room } from '../writing.js';

/** Reads what is as long as its parts are. */
export function readMc146818rtc(r: Reading) {
  const o = r.at;
  need(r, o + 245);
  r.at = o + 245;
  noSubsections(r, 'mc146818rtc');
  return {
    cmosData: bytesAt(r, o, 128),
    cmosIndex: r.view.getUint8(o + 128),
    unused: paddingAt(r, o + 129, 28),
    periodicTimer: r.view.getBigInt64(o + 157),
    nextPeriodicTime: r.view.getBigInt64(o + 165),
    unused2: paddingAt(r, o + 173, 24),
    irqCoalesced: r.view.getUint32(o + 197),
    period: r.view.getUint32(o + 201),
    baseRtc: r.view.getBigUint64(o + 205),
    lastUpdate: r.view.getBigUint64(o + 213),
    offset: r.view.getBigInt64(o + 221),
    updateTimer: r.view.getBigInt64(o + 229),
    nextAlarmTime: r.view.getBigUint64(o + 237),
    subsections: [] as never[],
  };
}

/** What {@link readMc146818rtc} gives. */
export type Mc146818rtc = ReturnType<typeof readMc146818rtc>;

/** Writes what {@link readMc146818rtc} reads. */
export function writeMc146818rtc(w: Writing, value: Mc146818rtc): void {
  const o = w.at;
  room(w, o + 245);
  putBytes(w, o, 128, value.cmosData);
  w.view.setUint8(o + 128, value.cmosIndex);
  putPadding(w, o + 129, 28, value.unused);
  w.view.setBigInt64(o + 157, value.periodicTimer);
  w.view.setBigInt64(o + 165, value.nextPeriodicTime);
  putPadding(w, o + 173, 24, value.unused2);
  w.view.setUint32(o + 197, value.irqCoalesced);
  w.view.setUint32(o + 201, value.period);
  w.view.setBigUint64(o + 205, value.baseRtc);
  w.view.setBigUint64(o + 213, value.lastUpdate);
  w.view.setBigInt64(o + 221, value.offset);
  w.view.setBigInt64(o + 229, value.updateTimer);
  w.view.setBigUint64(o + 237, value.nextAlarmTime);
  w.at = o + 245;
  none(value.subsections);
}

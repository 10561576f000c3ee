import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';

/** Reads 32 bytes. */
export function readPitChannel(r: Reading, o: number) {
  return {
    count: r.view.getInt32(o),
    latchedCount: r.view.getUint16(o + 4),
    countLatched: r.view.getUint8(o + 6),
    statusLatched: r.view.getUint8(o + 7),
    status: r.view.getUint8(o + 8),
    readState: r.view.getUint8(o + 9),
    writeState: r.view.getUint8(o + 10),
    writeLatch: r.view.getUint8(o + 11),
    rwMode: r.view.getUint8(o + 12),
    mode: r.view.getUint8(o + 13),
    bcd: r.view.getUint8(o + 14),
    gate: r.view.getUint8(o + 15),
    countLoadTime: r.view.getBigInt64(o + 16),
    nextTransitionTime: r.view.getBigInt64(o + 24),
  };
}

/** What {@link readPitChannel} gives. */
export type PitChannel = ReturnType<typeof readPitChannel>;

/** Writes what {@link readPitChannel} reads. */
export function writePitChannel(w: Writing, o: number, value: PitChannel): void {
  w.view.setInt32(o, value.count);
  w.view.setUint16(o + 4, value.latchedCount);
  w.view.setUint8(o + 6, value.countLatched);
  w.view.setUint8(o + 7, value.statusLatched);
  w.view.setUint8(o + 8, value.status);
  w.view.setUint8(o + 9, value.readState);
  w.view.setUint8(o + 10, value.writeState);
  w.view.setUint8(o + 11, value.writeLatch);
  w.view.setUint8(o + 12, value.rwMode);
  w.view.setUint8(o + 13, value.mode);
  w.view.setUint8(o + 14, value.bcd);
  w.view.setUint8(o + 15, value.gate);
  w.view.setBigInt64(o + 16, value.countLoadTime);
  w.view.setBigInt64(o + 24, value.nextTransitionTime);
}

/** Reads 108 bytes. */
export function readI8254(r: Reading, o: number) {
  return {
    channels0IrqDisabled: r.view.getUint32(o),
    channels: [readPitChannel(r, o + 4), readPitChannel(r, o + 36), readPitChannel(r, o + 68)],
    channels0NextTransitionTime: r.view.getBigInt64(o + 100),
  };
}

/** What {@link readI8254} gives. */
export type I8254 = ReturnType<typeof readI8254>;

/** Writes what {@link readI8254} reads. */
export function writeI8254(w: Writing, o: number, value: I8254): void {
  w.view.setUint32(o, value.channels0IrqDisabled);
  let channelsAt = o + 4;
  for (const one of value.channels) {
    writePitChannel(w, channelsAt, one);
    channelsAt += 32;
  }
  w.view.setBigInt64(o + 100, value.channels0NextTransitionTime);
}

import type { Reading } from '../reading.js';
import { need, noSubsections, take } from '../reading.js';
import type { Writing } from '../writing.js';
import { cover, none, room } from '../writing.js';

/** Reads 42 bytes. */
export function readHpetTimer(r: Reading, o: number) {
  return {
    tn: r.view.getUint8(o),
    config: r.view.getBigUint64(o + 1),
    cmp: r.view.getBigUint64(o + 9),
    fsb: r.view.getBigUint64(o + 17),
    period: r.view.getBigUint64(o + 25),
    wrapFlag: r.view.getUint8(o + 33),
    qemuTimer: r.view.getBigInt64(o + 34),
  };
}

/** What {@link readHpetTimer} gives. */
export type HpetTimer = ReturnType<typeof readHpetTimer>;

/** Writes what {@link readHpetTimer} reads. */
export function writeHpetTimer(w: Writing, o: number, value: HpetTimer): void {
  w.view.setUint8(o, value.tn);
  w.view.setBigUint64(o + 1, value.config);
  w.view.setBigUint64(o + 9, value.cmp);
  w.view.setBigUint64(o + 17, value.fsb);
  w.view.setBigUint64(o + 25, value.period);
  w.view.setUint8(o + 33, value.wrapFlag);
  w.view.setBigInt64(o + 34, value.qemuTimer);
}

/** Reads what is as long as its parts are. */
export function readHpet(r: Reading) {
  const o = r.at;
  need(r, o + 25);
  const numTimers = r.view.getUint8(o + 24);
  r.at = o + 25;
  const timers: HpetTimer[] = [];
  for (let i = 0; i < numTimers; i++) timers.push(readHpetTimer(r, take(r, 42)));
  noSubsections(r, 'hpet');
  return {
    config: r.view.getBigUint64(o),
    isr: r.view.getBigUint64(o + 8),
    counter: r.view.getBigUint64(o + 16),
    timers,
    subsections: [] as never[],
  };
}

/** What {@link readHpet} gives. */
export type Hpet = ReturnType<typeof readHpet>;

/** Writes what {@link readHpet} reads. */
export function writeHpet(w: Writing, value: Hpet): void {
  const o = w.at;
  room(w, o + 25);
  w.view.setBigUint64(o, value.config);
  w.view.setBigUint64(o + 8, value.isr);
  w.view.setBigUint64(o + 16, value.counter);
  w.view.setUint8(o + 24, value.timers.length);
  w.at = o + 25;
  for (const one of value.timers) writeHpetTimer(w, cover(w, 42), one);
  none(value.subsections);
}

import type { Reading } from '../reading.js';
import { bytesAt, need, noSubsections, subsectionAhead, subsectionVersion, take } from '../reading.js';
import type { Writing } from '../writing.js';
import { cover, none, putBytes, putSubsectionStart, room } from '../writing.js';

/** Reads 1 bytes. */
export function readFdriveMediaRate(r: Reading, o: number) {
  return {
    mediaRate: r.view.getUint8(o),
  };
}

/** What {@link readFdriveMediaRate} gives. */
export type FdriveMediaRate = ReturnType<typeof readFdriveMediaRate>;

/** Writes what {@link readFdriveMediaRate} reads. */
export function writeFdriveMediaRate(w: Writing, o: number, value: FdriveMediaRate): void {
  w.view.setUint8(o, value.mediaRate);
}

/** A subsection that occurs. */
export type FdriveSubsection = { version: number; name: 'fdrive/media_rate'; state: FdriveMediaRate };

function readFdriveSubsections(r: Reading): FdriveSubsection[] {
  const found: FdriveSubsection[] = [];
  for (let name = subsectionAhead(r, 'fdrive'); name !== undefined; name = subsectionAhead(r, 'fdrive')) {
    switch (name) {
      case 'fdrive/media_rate': {
        const version = subsectionVersion(r, 1);
        found.push({ version, name, state: readFdriveMediaRate(r, take(r, 1)) });
        break;
      }
      default:
        throw new Error(`Unknown subsection ${name}`);
    }
  }
  return found;
}

function writeFdriveSubsections(w: Writing, subsections: readonly FdriveSubsection[]): void {
  for (const one of subsections) {
    switch (one.name) {
      case 'fdrive/media_rate': {
        putSubsectionStart(w, one.name, one.version);
        writeFdriveMediaRate(w, cover(w, 1), one.state);
        break;
      }
    }
  }
}

/** Reads what is as long as its parts are. */
export function readFdrive(r: Reading) {
  const o = r.at;
  need(r, o + 3);
  r.at = o + 3;
  const subsections = readFdriveSubsections(r);
  return {
    head: r.view.getUint8(o),
    track: r.view.getUint8(o + 1),
    sect: r.view.getUint8(o + 2),
    subsections,
  };
}

/** What {@link readFdrive} gives. */
export type Fdrive = ReturnType<typeof readFdrive>;

/** Writes what {@link readFdrive} reads. */
export function writeFdrive(w: Writing, value: Fdrive): void {
  const o = w.at;
  room(w, o + 3);
  w.view.setUint8(o, value.head);
  w.view.setUint8(o + 1, value.track);
  w.view.setUint8(o + 2, value.sect);
  w.at = o + 3;
  writeFdriveSubsections(w, value.subsections);
}

/** Reads what is as long as its parts are. */
export function readFdcCore(r: Reading) {
  const o = r.at;
  need(r, o + 539);
  r.at = o + 539;
  const drives = [readFdrive(r), readFdrive(r)];
  noSubsections(r, 'fdc');
  return {
    statusA: r.view.getUint8(o),
    statusB: r.view.getUint8(o + 1),
    dorVmstate: r.view.getUint8(o + 2),
    tapeDrive: r.view.getUint8(o + 3),
    dataRateSelect: r.view.getUint8(o + 4),
    mainStatus: r.view.getUint8(o + 5),
    status0: r.view.getUint8(o + 6),
    status1: r.view.getUint8(o + 7),
    status2: r.view.getUint8(o + 8),
    fifo: bytesAt(r, o + 9, 512),
    dataPos: r.view.getUint32(o + 521),
    dataLen: r.view.getUint32(o + 525),
    dataState: r.view.getUint8(o + 529),
    dataDir: r.view.getUint8(o + 530),
    eot: r.view.getUint8(o + 531),
    timer0: r.view.getUint8(o + 532),
    timer1: r.view.getUint8(o + 533),
    precompTrk: r.view.getUint8(o + 534),
    config: r.view.getUint8(o + 535),
    lock: r.view.getUint8(o + 536),
    pwrd: r.view.getUint8(o + 537),
    numFloppies: r.view.getUint8(o + 538),
    drives,
    subsections: [] as never[],
  };
}

/** What {@link readFdcCore} gives. */
export type FdcCore = ReturnType<typeof readFdcCore>;

/** Writes what {@link readFdcCore} reads. */
export function writeFdcCore(w: Writing, value: FdcCore): void {
  const o = w.at;
  room(w, o + 539);
  w.view.setUint8(o, value.statusA);
  w.view.setUint8(o + 1, value.statusB);
  w.view.setUint8(o + 2, value.dorVmstate);
  w.view.setUint8(o + 3, value.tapeDrive);
  w.view.setUint8(o + 4, value.dataRateSelect);
  w.view.setUint8(o + 5, value.mainStatus);
  w.view.setUint8(o + 6, value.status0);
  w.view.setUint8(o + 7, value.status1);
  w.view.setUint8(o + 8, value.status2);
  putBytes(w, o + 9, 512, value.fifo);
  w.view.setUint32(o + 521, value.dataPos);
  w.view.setUint32(o + 525, value.dataLen);
  w.view.setUint8(o + 529, value.dataState);
  w.view.setUint8(o + 530, value.dataDir);
  w.view.setUint8(o + 531, value.eot);
  w.view.setUint8(o + 532, value.timer0);
  w.view.setUint8(o + 533, value.timer1);
  w.view.setUint8(o + 534, value.precompTrk);
  w.view.setUint8(o + 535, value.config);
  w.view.setUint8(o + 536, value.lock);
  w.view.setUint8(o + 537, value.pwrd);
  w.view.setUint8(o + 538, value.numFloppies);
  w.at = o + 539;
  for (const one of value.drives) writeFdrive(w, one);
  none(value.subsections);
}

/** Reads what is as long as its parts are. */
export function readFdc(r: Reading) {
  const state = readFdcCore(r);
  return {
    state,
  };
}

/** What {@link readFdc} gives. */
export type Fdc = ReturnType<typeof readFdc>;

/** Writes what {@link readFdc} reads. */
export function writeFdc(w: Writing, value: Fdc): void {
  writeFdcCore(w, value.state);
}

import type { Reading } from '../reading.js';
import { need, subsectionAhead, subsectionVersion, take } from '../reading.js';
import type { Writing } from '../writing.js';
import { cover, putSubsectionStart, room } from '../writing.js';

/** Reads 10 bytes. */
export function readPckbdExtendedState(r: Reading, o: number) {
  return {
    migrationFlags: r.view.getUint32(o),
    obsrc: r.view.getUint32(o + 4),
    obdata: r.view.getUint8(o + 8),
    cbdata: r.view.getUint8(o + 9),
  };
}

/** What {@link readPckbdExtendedState} gives. */
export type PckbdExtendedState = ReturnType<typeof readPckbdExtendedState>;

/** Writes what {@link readPckbdExtendedState} reads. */
export function writePckbdExtendedState(w: Writing, o: number, value: PckbdExtendedState): void {
  w.view.setUint32(o, value.migrationFlags);
  w.view.setUint32(o + 4, value.obsrc);
  w.view.setUint8(o + 8, value.obdata);
  w.view.setUint8(o + 9, value.cbdata);
}

/** A subsection that occurs. */
export type PckbdCoreSubsection = {
  version: number;
  name: 'pckbd/extended_state';
  state: PckbdExtendedState;
};

function readPckbdCoreSubsections(r: Reading): PckbdCoreSubsection[] {
  const found: PckbdCoreSubsection[] = [];
  for (let name = subsectionAhead(r, 'pckbd'); name !== undefined; name = subsectionAhead(r, 'pckbd')) {
    switch (name) {
      case 'pckbd/extended_state': {
        const version = subsectionVersion(r, 0);
        found.push({ version, name, state: readPckbdExtendedState(r, take(r, 10)) });
        break;
      }
      default:
        throw new Error(`Unknown subsection ${name}`);
    }
  }
  return found;
}

function writePckbdCoreSubsections(w: Writing, subsections: readonly PckbdCoreSubsection[]): void {
  for (const one of subsections) {
    switch (one.name) {
      case 'pckbd/extended_state': {
        putSubsectionStart(w, one.name, one.version);
        writePckbdExtendedState(w, cover(w, 10), one.state);
        break;
      }
    }
  }
}

/** Reads what is as long as its parts are. */
export function readPckbdCore(r: Reading) {
  const o = r.at;
  need(r, o + 4);
  r.at = o + 4;
  const subsections = readPckbdCoreSubsections(r);
  return {
    writeCmd: r.view.getUint8(o),
    status: r.view.getUint8(o + 1),
    mode: r.view.getUint8(o + 2),
    pendingTmp: r.view.getUint8(o + 3),
    subsections,
  };
}

/** What {@link readPckbdCore} gives. */
export type PckbdCore = ReturnType<typeof readPckbdCore>;

/** Writes what {@link readPckbdCore} reads. */
export function writePckbdCore(w: Writing, value: PckbdCore): void {
  const o = w.at;
  room(w, o + 4);
  w.view.setUint8(o, value.writeCmd);
  w.view.setUint8(o + 1, value.status);
  w.view.setUint8(o + 2, value.mode);
  w.view.setUint8(o + 3, value.pendingTmp);
  w.at = o + 4;
  writePckbdCoreSubsections(w, value.subsections);
}

/** Reads what is as long as its parts are. */
export function readPckbd(r: Reading) {
  const kbd = readPckbdCore(r);
  return {
    kbd,
  };
}

/** What {@link readPckbd} gives. */
export type Pckbd = ReturnType<typeof readPckbd>;

/** Writes what {@link readPckbd} reads. */
export function writePckbd(w: Writing, value: Pckbd): void {
  writePckbdCore(w, value.kbd);
}

import { readUint32Array, writeUint32Array } from '../arrays.js';
import type { Reading } from '../reading.js';
import { paddingAt } from '../reading.js';
import type { Writing } from '../writing.js';
import { putPadding } from '../writing.js';

/** Reads 44 bytes. */
export function readKvmvapicHandlers(r: Reading, o: number) {
  return {
    setTpr: r.view.getUint32(o),
    setTprEax: r.view.getUint32(o + 4),
    getTpr: readUint32Array(r, o + 8, 8),
    getTprStack: r.view.getUint32(o + 40),
  };
}

/** What {@link readKvmvapicHandlers} gives. */
export type KvmvapicHandlers = ReturnType<typeof readKvmvapicHandlers>;

/** Writes what {@link readKvmvapicHandlers} reads. */
export function writeKvmvapicHandlers(w: Writing, o: number, value: KvmvapicHandlers): void {
  w.view.setUint32(o, value.setTpr);
  w.view.setUint32(o + 4, value.setTprEax);
  writeUint32Array(w, o + 8, 8, value.getTpr);
  w.view.setUint32(o + 40, value.getTprStack);
}

/** Reads 124 bytes. */
export function readKvmvapicGuestRom(r: Reading, o: number) {
  return {
    unused: paddingAt(r, o, 8),
    vaddr: r.view.getUint32(o + 8),
    fixupStart: r.view.getUint32(o + 12),
    fixupEnd: r.view.getUint32(o + 16),
    vapicVaddr: r.view.getUint32(o + 20),
    vapicSize: r.view.getUint32(o + 24),
    vcpuShift: r.view.getUint32(o + 28),
    realTprAddr: r.view.getUint32(o + 32),
    up: readKvmvapicHandlers(r, o + 36),
    mp: readKvmvapicHandlers(r, o + 80),
  };
}

/** What {@link readKvmvapicGuestRom} gives. */
export type KvmvapicGuestRom = ReturnType<typeof readKvmvapicGuestRom>;

/** Writes what {@link readKvmvapicGuestRom} reads. */
export function writeKvmvapicGuestRom(w: Writing, o: number, value: KvmvapicGuestRom): void {
  putPadding(w, o, 8, value.unused);
  w.view.setUint32(o + 8, value.vaddr);
  w.view.setUint32(o + 12, value.fixupStart);
  w.view.setUint32(o + 16, value.fixupEnd);
  w.view.setUint32(o + 20, value.vapicVaddr);
  w.view.setUint32(o + 24, value.vapicSize);
  w.view.setUint32(o + 28, value.vcpuShift);
  w.view.setUint32(o + 32, value.realTprAddr);
  writeKvmvapicHandlers(w, o + 36, value.up);
  writeKvmvapicHandlers(w, o + 80, value.mp);
}

/** Reads 144 bytes. */
export function readKvmTprOpt(r: Reading, o: number) {
  return {
    romState: readKvmvapicGuestRom(r, o),
    state: r.view.getUint32(o + 124),
    realTprAddr: r.view.getUint32(o + 128),
    romStateVaddr: r.view.getUint32(o + 132),
    vapicPaddr: r.view.getUint32(o + 136),
    romStatePaddr: r.view.getUint32(o + 140),
  };
}

/** What {@link readKvmTprOpt} gives. */
export type KvmTprOpt = ReturnType<typeof readKvmTprOpt>;

/** Writes what {@link readKvmTprOpt} reads. */
export function writeKvmTprOpt(w: Writing, o: number, value: KvmTprOpt): void {
  writeKvmvapicGuestRom(w, o, value.romState);
  w.view.setUint32(o + 124, value.state);
  w.view.setUint32(o + 128, value.realTprAddr);
  w.view.setUint32(o + 132, value.romStateVaddr);
  w.view.setUint32(o + 136, value.vapicPaddr);
  w.view.setUint32(o + 140, value.romStatePaddr);
}

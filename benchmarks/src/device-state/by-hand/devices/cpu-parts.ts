import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';

/** Reads 8 bytes. */
export function readCpuMsrSmiCount(r: Reading, o: number) {
  return {
    msrSmiCount: r.view.getBigUint64(o),
  };
}

/** What {@link readCpuMsrSmiCount} gives. */
export type CpuMsrSmiCount = ReturnType<typeof readCpuMsrSmiCount>;

/** Writes what {@link readCpuMsrSmiCount} reads. */
export function writeCpuMsrSmiCount(w: Writing, o: number, value: CpuMsrSmiCount): void {
  w.view.setBigUint64(o, value.msrSmiCount);
}

/** Reads 8 bytes. */
export function readCpuPollControlMsr(r: Reading, o: number) {
  return {
    pollControlMsr: r.view.getBigUint64(o),
  };
}

/** What {@link readCpuPollControlMsr} gives. */
export type CpuPollControlMsr = ReturnType<typeof readCpuPollControlMsr>;

/** Writes what {@link readCpuPollControlMsr} reads. */
export function writeCpuPollControlMsr(w: Writing, o: number, value: CpuPollControlMsr): void {
  w.view.setBigUint64(o, value.pollControlMsr);
}

/** Reads 16 bytes. */
export function readYmmhReg(r: Reading, o: number) {
  return {
    qZMMReg2: r.view.getBigUint64(o),
    qZMMReg3: r.view.getBigUint64(o + 8),
  };
}

/** What {@link readYmmhReg} gives. */
export type YmmhReg = ReturnType<typeof readYmmhReg>;

/** Writes what {@link readYmmhReg} reads. */
export function writeYmmhReg(w: Writing, o: number, value: YmmhReg): void {
  w.view.setBigUint64(o, value.qZMMReg2);
  w.view.setBigUint64(o + 8, value.qZMMReg3);
}

/** Reads 16 bytes. */
export function readMtrrVar(r: Reading, o: number) {
  return {
    base: r.view.getBigUint64(o),
    mask: r.view.getBigUint64(o + 8),
  };
}

/** What {@link readMtrrVar} gives. */
export type MtrrVar = ReturnType<typeof readMtrrVar>;

/** Writes what {@link readMtrrVar} reads. */
export function writeMtrrVar(w: Writing, o: number, value: MtrrVar): void {
  w.view.setBigUint64(o, value.base);
  w.view.setBigUint64(o + 8, value.mask);
}

/** Reads 16 bytes. */
export function readXmmReg(r: Reading, o: number) {
  return {
    qZMMReg0: r.view.getBigUint64(o),
    qZMMReg1: r.view.getBigUint64(o + 8),
  };
}

/** What {@link readXmmReg} gives. */
export type XmmReg = ReturnType<typeof readXmmReg>;

/** Writes what {@link readXmmReg} reads. */
export function writeXmmReg(w: Writing, o: number, value: XmmReg): void {
  w.view.setBigUint64(o, value.qZMMReg0);
  w.view.setBigUint64(o + 8, value.qZMMReg1);
}

/** Reads 20 bytes. */
export function readSegment(r: Reading, o: number) {
  return {
    selector: r.view.getUint32(o),
    base: r.view.getBigUint64(o + 4),
    limit: r.view.getUint32(o + 12),
    flags: r.view.getUint32(o + 16),
  };
}

/** What {@link readSegment} gives. */
export type Segment = ReturnType<typeof readSegment>;

/** Writes what {@link readSegment} reads. */
export function writeSegment(w: Writing, o: number, value: Segment): void {
  w.view.setUint32(o, value.selector);
  w.view.setBigUint64(o + 4, value.base);
  w.view.setUint32(o + 12, value.limit);
  w.view.setUint32(o + 16, value.flags);
}

/** Reads 10 bytes. */
export function readFpregTmp(r: Reading, o: number) {
  return {
    tmpMant: r.view.getBigUint64(o),
    tmpExp: r.view.getUint16(o + 8),
  };
}

/** What {@link readFpregTmp} gives. */
export type FpregTmp = ReturnType<typeof readFpregTmp>;

/** Writes what {@link readFpregTmp} reads. */
export function writeFpregTmp(w: Writing, o: number, value: FpregTmp): void {
  w.view.setBigUint64(o, value.tmpMant);
  w.view.setUint16(o + 8, value.tmpExp);
}

/** Reads 10 bytes. */
export function readFpreg(r: Reading, o: number) {
  return {
    tmp: readFpregTmp(r, o),
  };
}

/** What {@link readFpreg} gives. */
export type Fpreg = ReturnType<typeof readFpreg>;

/** Writes what {@link readFpreg} reads. */
export function writeFpreg(w: Writing, o: number, value: Fpreg): void {
  writeFpregTmp(w, o, value.tmp);
}

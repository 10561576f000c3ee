import { readBigUint64Array, writeBigUint64Array } from '../arrays.js';
import type { Reading } from '../reading.js';
import { need, subsectionAhead, subsectionVersion, take } from '../reading.js';
import type { Writing } from '../writing.js';
import { cover, putSubsectionStart, room } from '../writing.js';
import type { CpuMsrSmiCount, CpuPollControlMsr } from './cpu-parts.js';
import {
  readCpuMsrSmiCount,
  readCpuPollControlMsr,
  readFpreg,
  readMtrrVar,
  readSegment,
  readXmmReg,
  readYmmhReg,
  writeCpuMsrSmiCount,
  writeCpuPollControlMsr,
  writeFpreg,
  writeMtrrVar,
  writeSegment,
  writeXmmReg,
  writeYmmhReg,
} from './cpu-parts.js';

/** A subsection that occurs. */
export type CpuSubsection =
  | { version: number; name: 'cpu/poll_control_msr'; state: CpuPollControlMsr }
  | { version: number; name: 'cpu/msr_smi_count'; state: CpuMsrSmiCount };

function readCpuSubsections(r: Reading): CpuSubsection[] {
  const found: CpuSubsection[] = [];
  for (let name = subsectionAhead(r, 'cpu'); name !== undefined; name = subsectionAhead(r, 'cpu')) {
    switch (name) {
      case 'cpu/poll_control_msr': {
        const version = subsectionVersion(r, 1);
        found.push({ version, name, state: readCpuPollControlMsr(r, take(r, 8)) });
        break;
      }
      case 'cpu/msr_smi_count': {
        const version = subsectionVersion(r, 1);
        found.push({ version, name, state: readCpuMsrSmiCount(r, take(r, 8)) });
        break;
      }
      default:
        throw new Error(`Unknown subsection ${name}`);
    }
  }
  return found;
}

function writeCpuSubsections(w: Writing, subsections: readonly CpuSubsection[]): void {
  for (const one of subsections) {
    switch (one.name) {
      case 'cpu/poll_control_msr': {
        putSubsectionStart(w, one.name, one.version);
        writeCpuPollControlMsr(w, cover(w, 8), one.state);
        break;
      }
      case 'cpu/msr_smi_count': {
        putSubsectionStart(w, one.name, one.version);
        writeCpuMsrSmiCount(w, cover(w, 8), one.state);
        break;
      }
    }
  }
}

/** Reads what is as long as its parts are. */
export function readCpu(r: Reading) {
  const o = r.at;
  need(r, o + 1817);
  r.at = o + 1817;
  const subsections = readCpuSubsections(r);
  return {
    regs: readBigUint64Array(r, o, 16),
    eip: r.view.getBigUint64(o + 128),
    eflags: r.view.getBigUint64(o + 136),
    hflags: r.view.getUint32(o + 144),
    fpuControl: r.view.getUint16(o + 148),
    fpuStatus: r.view.getUint16(o + 150),
    fpuTags: r.view.getUint16(o + 152),
    fpuFormat: r.view.getUint16(o + 154),
    fpuRegisters: [
      readFpreg(r, o + 156),
      readFpreg(r, o + 166),
      readFpreg(r, o + 176),
      readFpreg(r, o + 186),
      readFpreg(r, o + 196),
      readFpreg(r, o + 206),
      readFpreg(r, o + 216),
      readFpreg(r, o + 226),
    ],
    segments: [
      readSegment(r, o + 236),
      readSegment(r, o + 256),
      readSegment(r, o + 276),
      readSegment(r, o + 296),
      readSegment(r, o + 316),
      readSegment(r, o + 336),
    ],
    ldt: readSegment(r, o + 356),
    tr: readSegment(r, o + 376),
    gdt: readSegment(r, o + 396),
    idt: readSegment(r, o + 416),
    sysenterCs: r.view.getUint32(o + 436),
    sysenterEsp: r.view.getBigUint64(o + 440),
    sysenterEip: r.view.getBigUint64(o + 448),
    cr0: r.view.getBigUint64(o + 456),
    cr2: r.view.getBigUint64(o + 464),
    cr3: r.view.getBigUint64(o + 472),
    cr4: r.view.getBigUint64(o + 480),
    debug: readBigUint64Array(r, o + 488, 8),
    a20: r.view.getInt32(o + 552),
    mxcsr: r.view.getUint32(o + 556),
    xmm: [
      readXmmReg(r, o + 560),
      readXmmReg(r, o + 576),
      readXmmReg(r, o + 592),
      readXmmReg(r, o + 608),
      readXmmReg(r, o + 624),
      readXmmReg(r, o + 640),
      readXmmReg(r, o + 656),
      readXmmReg(r, o + 672),
      readXmmReg(r, o + 688),
      readXmmReg(r, o + 704),
      readXmmReg(r, o + 720),
      readXmmReg(r, o + 736),
      readXmmReg(r, o + 752),
      readXmmReg(r, o + 768),
      readXmmReg(r, o + 784),
      readXmmReg(r, o + 800),
    ],
    efer: r.view.getBigUint64(o + 816),
    star: r.view.getBigUint64(o + 824),
    lstar: r.view.getBigUint64(o + 832),
    cstar: r.view.getBigUint64(o + 840),
    fmask: r.view.getBigUint64(o + 848),
    kernelgsbase: r.view.getBigUint64(o + 856),
    smbase: r.view.getUint32(o + 864),
    pat: r.view.getBigUint64(o + 868),
    hflags2: r.view.getUint32(o + 876),
    vmHsave: r.view.getBigUint64(o + 880),
    vmVmcb: r.view.getBigUint64(o + 888),
    tscOffset: r.view.getBigUint64(o + 896),
    intercept: r.view.getBigUint64(o + 904),
    interceptCrRead: r.view.getUint16(o + 912),
    interceptCrWrite: r.view.getUint16(o + 914),
    interceptDrRead: r.view.getUint16(o + 916),
    interceptDrWrite: r.view.getUint16(o + 918),
    interceptExceptions: r.view.getUint32(o + 920),
    vTpr: r.view.getUint8(o + 924),
    mtrrFixed: readBigUint64Array(r, o + 925, 11),
    mtrrDefaultType: r.view.getBigUint64(o + 1013),
    mtrrVariable: [
      readMtrrVar(r, o + 1021),
      readMtrrVar(r, o + 1037),
      readMtrrVar(r, o + 1053),
      readMtrrVar(r, o + 1069),
      readMtrrVar(r, o + 1085),
      readMtrrVar(r, o + 1101),
      readMtrrVar(r, o + 1117),
      readMtrrVar(r, o + 1133),
    ],
    interruptInjected: r.view.getInt32(o + 1149),
    mpState: r.view.getUint32(o + 1153),
    tsc: r.view.getBigUint64(o + 1157),
    exceptionNr: r.view.getInt32(o + 1165),
    softInterrupt: r.view.getUint8(o + 1169),
    nmiInjected: r.view.getUint8(o + 1170),
    nmiPending: r.view.getUint8(o + 1171),
    hasErrorCode: r.view.getUint8(o + 1172),
    sipiVector: r.view.getUint32(o + 1173),
    mcgCap: r.view.getBigUint64(o + 1177),
    mcgStatus: r.view.getBigUint64(o + 1185),
    mcgCtl: r.view.getBigUint64(o + 1193),
    mceBanks: readBigUint64Array(r, o + 1201, 40),
    tscAux: r.view.getBigUint64(o + 1521),
    systemTimeMsr: r.view.getBigUint64(o + 1529),
    wallClockMsr: r.view.getBigUint64(o + 1537),
    xcr0: r.view.getBigUint64(o + 1545),
    xstateBv: r.view.getBigUint64(o + 1553),
    ymmHigh: [
      readYmmhReg(r, o + 1561),
      readYmmhReg(r, o + 1577),
      readYmmhReg(r, o + 1593),
      readYmmhReg(r, o + 1609),
      readYmmhReg(r, o + 1625),
      readYmmhReg(r, o + 1641),
      readYmmhReg(r, o + 1657),
      readYmmhReg(r, o + 1673),
      readYmmhReg(r, o + 1689),
      readYmmhReg(r, o + 1705),
      readYmmhReg(r, o + 1721),
      readYmmhReg(r, o + 1737),
      readYmmhReg(r, o + 1753),
      readYmmhReg(r, o + 1769),
      readYmmhReg(r, o + 1785),
      readYmmhReg(r, o + 1801),
    ],
    subsections,
  };
}

/** What {@link readCpu} gives. */
export type Cpu = ReturnType<typeof readCpu>;

/** Writes what {@link readCpu} reads. */
export function writeCpu(w: Writing, value: Cpu): void {
  const o = w.at;
  room(w, o + 1817);
  writeBigUint64Array(w, o, 16, value.regs);
  w.view.setBigUint64(o + 128, value.eip);
  w.view.setBigUint64(o + 136, value.eflags);
  w.view.setUint32(o + 144, value.hflags);
  w.view.setUint16(o + 148, value.fpuControl);
  w.view.setUint16(o + 150, value.fpuStatus);
  w.view.setUint16(o + 152, value.fpuTags);
  w.view.setUint16(o + 154, value.fpuFormat);
  let fpuRegistersAt = o + 156;
  for (const one of value.fpuRegisters) {
    writeFpreg(w, fpuRegistersAt, one);
    fpuRegistersAt += 10;
  }
  let segmentsAt = o + 236;
  for (const one of value.segments) {
    writeSegment(w, segmentsAt, one);
    segmentsAt += 20;
  }
  writeSegment(w, o + 356, value.ldt);
  writeSegment(w, o + 376, value.tr);
  writeSegment(w, o + 396, value.gdt);
  writeSegment(w, o + 416, value.idt);
  w.view.setUint32(o + 436, value.sysenterCs);
  w.view.setBigUint64(o + 440, value.sysenterEsp);
  w.view.setBigUint64(o + 448, value.sysenterEip);
  w.view.setBigUint64(o + 456, value.cr0);
  w.view.setBigUint64(o + 464, value.cr2);
  w.view.setBigUint64(o + 472, value.cr3);
  w.view.setBigUint64(o + 480, value.cr4);
  writeBigUint64Array(w, o + 488, 8, value.debug);
  w.view.setInt32(o + 552, value.a20);
  w.view.setUint32(o + 556, value.mxcsr);
  let xmmAt = o + 560;
  for (const one of value.xmm) {
    writeXmmReg(w, xmmAt, one);
    xmmAt += 16;
  }
  w.view.setBigUint64(o + 816, value.efer);
  w.view.setBigUint64(o + 824, value.star);
  w.view.setBigUint64(o + 832, value.lstar);
  w.view.setBigUint64(o + 840, value.cstar);
  w.view.setBigUint64(o + 848, value.fmask);
  w.view.setBigUint64(o + 856, value.kernelgsbase);
  w.view.setUint32(o + 864, value.smbase);
  w.view.setBigUint64(o + 868, value.pat);
  w.view.setUint32(o + 876, value.hflags2);
  w.view.setBigUint64(o + 880, value.vmHsave);
  w.view.setBigUint64(o + 888, value.vmVmcb);
  w.view.setBigUint64(o + 896, value.tscOffset);
  w.view.setBigUint64(o + 904, value.intercept);
  w.view.setUint16(o + 912, value.interceptCrRead);
  w.view.setUint16(o + 914, value.interceptCrWrite);
  w.view.setUint16(o + 916, value.interceptDrRead);
  w.view.setUint16(o + 918, value.interceptDrWrite);
  w.view.setUint32(o + 920, value.interceptExceptions);
  w.view.setUint8(o + 924, value.vTpr);
  writeBigUint64Array(w, o + 925, 11, value.mtrrFixed);
  w.view.setBigUint64(o + 1013, value.mtrrDefaultType);
  let mtrrVariableAt = o + 1021;
  for (const one of value.mtrrVariable) {
    writeMtrrVar(w, mtrrVariableAt, one);
    mtrrVariableAt += 16;
  }
  w.view.setInt32(o + 1149, value.interruptInjected);
  w.view.setUint32(o + 1153, value.mpState);
  w.view.setBigUint64(o + 1157, value.tsc);
  w.view.setInt32(o + 1165, value.exceptionNr);
  w.view.setUint8(o + 1169, value.softInterrupt);
  w.view.setUint8(o + 1170, value.nmiInjected);
  w.view.setUint8(o + 1171, value.nmiPending);
  w.view.setUint8(o + 1172, value.hasErrorCode);
  w.view.setUint32(o + 1173, value.sipiVector);
  w.view.setBigUint64(o + 1177, value.mcgCap);
  w.view.setBigUint64(o + 1185, value.mcgStatus);
  w.view.setBigUint64(o + 1193, value.mcgCtl);
  writeBigUint64Array(w, o + 1201, 40, value.mceBanks);
  w.view.setBigUint64(o + 1521, value.tscAux);
  w.view.setBigUint64(o + 1529, value.systemTimeMsr);
  w.view.setBigUint64(o + 1537, value.wallClockMsr);
  w.view.setBigUint64(o + 1545, value.xcr0);
  w.view.setBigUint64(o + 1553, value.xstateBv);
  let ymmHighAt = o + 1561;
  for (const one of value.ymmHigh) {
    writeYmmhReg(w, ymmHighAt, one);
    ymmHighAt += 16;
  }
  w.at = o + 1817;
  writeCpuSubsections(w, value.subsections);
}

import type { Reading } from '../reading.js';
import { need, subsectionAhead, subsectionVersion, take } from '../reading.js';
import type { Writing } from '../writing.js';
import { cover, putSubsectionStart, room } from '../writing.js';

/** Reads 24 bytes. */
export function readFwCfgAcpiMr(r: Reading, o: number) {
  return {
    tableMrSize: r.view.getBigUint64(o),
    linkerMrSize: r.view.getBigUint64(o + 8),
    rsdpMrSize: r.view.getBigUint64(o + 16),
  };
}

/** What {@link readFwCfgAcpiMr} gives. */
export type FwCfgAcpiMr = ReturnType<typeof readFwCfgAcpiMr>;

/** Writes what {@link readFwCfgAcpiMr} reads. */
export function writeFwCfgAcpiMr(w: Writing, o: number, value: FwCfgAcpiMr): void {
  w.view.setBigUint64(o, value.tableMrSize);
  w.view.setBigUint64(o + 8, value.linkerMrSize);
  w.view.setBigUint64(o + 16, value.rsdpMrSize);
}

/** Reads 8 bytes. */
export function readFwCfgDma(r: Reading, o: number) {
  return {
    dmaAddr: r.view.getBigUint64(o),
  };
}

/** What {@link readFwCfgDma} gives. */
export type FwCfgDma = ReturnType<typeof readFwCfgDma>;

/** Writes what {@link readFwCfgDma} reads. */
export function writeFwCfgDma(w: Writing, o: number, value: FwCfgDma): void {
  w.view.setBigUint64(o, value.dmaAddr);
}

/** A subsection that occurs. */
export type FwCfgSubsection =
  | { version: number; name: 'fw_cfg/dma'; state: FwCfgDma }
  | { version: number; name: 'fw_cfg/acpi_mr'; state: FwCfgAcpiMr };

function readFwCfgSubsections(r: Reading): FwCfgSubsection[] {
  const found: FwCfgSubsection[] = [];
  for (let name = subsectionAhead(r, 'fw_cfg'); name !== undefined; name = subsectionAhead(r, 'fw_cfg')) {
    switch (name) {
      case 'fw_cfg/dma': {
        const version = subsectionVersion(r, 0);
        found.push({ version, name, state: readFwCfgDma(r, take(r, 8)) });
        break;
      }
      case 'fw_cfg/acpi_mr': {
        const version = subsectionVersion(r, 1);
        found.push({ version, name, state: readFwCfgAcpiMr(r, take(r, 24)) });
        break;
      }
      default:
        throw new Error(`Unknown subsection ${name}`);
    }
  }
  return found;
}

function writeFwCfgSubsections(w: Writing, subsections: readonly FwCfgSubsection[]): void {
  for (const one of subsections) {
    switch (one.name) {
      case 'fw_cfg/dma': {
        putSubsectionStart(w, one.name, one.version);
        writeFwCfgDma(w, cover(w, 8), one.state);
        break;
      }
      case 'fw_cfg/acpi_mr': {
        putSubsectionStart(w, one.name, one.version);
        writeFwCfgAcpiMr(w, cover(w, 24), one.state);
        break;
      }
    }
  }
}

/** Reads what is as long as its parts are. */
export function readFwCfg(r: Reading) {
  const o = r.at;
  need(r, o + 6);
  r.at = o + 6;
  const subsections = readFwCfgSubsections(r);
  return {
    curEntry: r.view.getUint16(o),
    curOffset: undefined,
    curOffset2: r.view.getUint32(o + 2),
    subsections,
  };
}

/** What {@link readFwCfg} gives. */
export type FwCfg = ReturnType<typeof readFwCfg>;

/** Writes what {@link readFwCfg} reads. */
export function writeFwCfg(w: Writing, value: FwCfg): void {
  const o = w.at;
  room(w, o + 6);
  w.view.setUint16(o, value.curEntry);
  w.view.setUint32(o + 2, value.curOffset2);
  w.at = o + 6;
  writeFwCfgSubsections(w, value.subsections);
}

import type { Reading } from '../reading.js';
import { bytesAt, need, subsectionAhead, subsectionVersion, take, truth } from '../reading.js';
import type { Writing } from '../writing.js';
import { cover, putBytes, putSubsectionStart, room } from '../writing.js';
import { readPCIDevice, writePCIDevice } from './pcidevice.js';

/** Reads 48 bytes. */
export function readPmsmb(r: Reading, o: number) {
  return {
    smbStat: r.view.getUint8(o),
    smbCtl: r.view.getUint8(o + 1),
    smbCmd: r.view.getUint8(o + 2),
    smbAddr: r.view.getUint8(o + 3),
    smbData0: r.view.getUint8(o + 4),
    smbData1: r.view.getUint8(o + 5),
    smbIndex: r.view.getUint32(o + 6),
    smbData: bytesAt(r, o + 10, 32),
    smbAuxctl: r.view.getUint8(o + 42),
    smbBlkdata: r.view.getUint8(o + 43),
    i2cEnable: truth(r, o + 44),
    opDone: truth(r, o + 45),
    inI2cBlockRead: truth(r, o + 46),
    startTransactionOnStatusRead: truth(r, o + 47),
  };
}

/** What {@link readPmsmb} gives. */
export type Pmsmb = ReturnType<typeof readPmsmb>;

/** Writes what {@link readPmsmb} reads. */
export function writePmsmb(w: Writing, o: number, value: Pmsmb): void {
  w.view.setUint8(o, value.smbStat);
  w.view.setUint8(o + 1, value.smbCtl);
  w.view.setUint8(o + 2, value.smbCmd);
  w.view.setUint8(o + 3, value.smbAddr);
  w.view.setUint8(o + 4, value.smbData0);
  w.view.setUint8(o + 5, value.smbData1);
  w.view.setUint32(o + 6, value.smbIndex);
  putBytes(w, o + 10, 32, value.smbData);
  w.view.setUint8(o + 42, value.smbAuxctl);
  w.view.setUint8(o + 43, value.smbBlkdata);
  w.bytes[o + 44] = Number(value.i2cEnable);
  w.bytes[o + 45] = Number(value.opDone);
  w.bytes[o + 46] = Number(value.inI2cBlockRead);
  w.bytes[o + 47] = Number(value.startTransactionOnStatusRead);
}

/** A subsection that occurs. */
export type FootedPiix4PmSubsection = { version: number; name: 'piix4_pm/memhp'; state: Piix4PmMemhp };

function readFootedPiix4PmSubsections(r: Reading): FootedPiix4PmSubsection[] {
  const found: FootedPiix4PmSubsection[] = [];
  for (let name = subsectionAhead(r, 'piix4_pm'); name !== undefined; name = subsectionAhead(r, 'piix4_pm')) {
    switch (name) {
      case 'piix4_pm/memhp': {
        const version = subsectionVersion(r, 1);
        found.push({ version, name, state: readPiix4PmMemhp(r) });
        break;
      }
      default:
        throw new Error(`Unknown subsection ${name}`);
    }
  }
  return found;
}

function writeFootedPiix4PmSubsections(w: Writing, subsections: readonly FootedPiix4PmSubsection[]): void {
  for (const one of subsections) {
    switch (one.name) {
      case 'piix4_pm/memhp': {
        putSubsectionStart(w, one.name, one.version);
        writePiix4PmMemhp(w, one.state);
        break;
      }
    }
  }
}

/** Reads what is as long as its parts are. */
export function readFootedPiix4Pm(r: Reading) {
  const o = r.at;
  need(r, o + 2408);
  const pciStatuses: AcpiPcihpPciStatus[] = [];
  for (let i = 0; i < 256; i++) pciStatuses.push(readAcpiPcihpPciStatus(r, o + 356 + 8 * i));
  r.at = o + 2408;
  const subsections = readFootedPiix4PmSubsections(r);
  return {
    pciDevice: readPCIDevice(r, o),
    pm1Status: r.view.getUint16(o + 276),
    pm1Enable: r.view.getUint16(o + 278),
    pm1Control: r.view.getUint16(o + 280),
    apm: readAPMState(r, o + 282),
    smbus: readPmsmb(r, o + 284),
    overflowTimer: r.view.getBigInt64(o + 332),
    overflowTime: r.view.getBigInt64(o + 340),
    gpe: readGpe(r, o + 348),
    pciStatus: undefined,
    hotplugSelect: r.view.getUint32(o + 352),
    pciStatuses,
    acpiIndex: r.view.getUint32(o + 2404),
    subsections,
  };
}

/** What {@link readFootedPiix4Pm} gives. */
export type FootedPiix4Pm = ReturnType<typeof readFootedPiix4Pm>;

/** Writes what {@link readFootedPiix4Pm} reads. */
export function writeFootedPiix4Pm(w: Writing, value: FootedPiix4Pm): void {
  const o = w.at;
  room(w, o + 2408);
  writePCIDevice(w, o, value.pciDevice);
  w.view.setUint16(o + 276, value.pm1Status);
  w.view.setUint16(o + 278, value.pm1Enable);
  w.view.setUint16(o + 280, value.pm1Control);
  writeAPMState(w, o + 282, value.apm);
  writePmsmb(w, o + 284, value.smbus);
  w.view.setBigInt64(o + 332, value.overflowTimer);
  w.view.setBigInt64(o + 340, value.overflowTime);
  writeGpe(w, o + 348, value.gpe);
  w.view.setUint32(o + 352, value.hotplugSelect);
  let pciStatusesAt = o + 356;
  for (const one of value.pciStatuses) {
    writeAcpiPcihpPciStatus(w, pciStatusesAt, one);
    pciStatusesAt += 8;
  }
  w.view.setUint32(o + 2404, value.acpiIndex);
  w.at = o + 2408;
  writeFootedPiix4PmSubsections(w, value.subsections);
}

/** Reads 10 bytes. */
export function readMemoryHotplugDeviceState(r: Reading, o: number) {
  return {
    isEnabled: truth(r, o),
    isInserting: truth(r, o + 1),
    ostEvent: r.view.getUint32(o + 2),
    ostStatus: r.view.getUint32(o + 6),
  };
}

/** What {@link readMemoryHotplugDeviceState} gives. */
export type MemoryHotplugDeviceState = ReturnType<typeof readMemoryHotplugDeviceState>;

/** Writes what {@link readMemoryHotplugDeviceState} reads. */
export function writeMemoryHotplugDeviceState(w: Writing, o: number, value: MemoryHotplugDeviceState): void {
  w.bytes[o] = Number(value.isEnabled);
  w.bytes[o + 1] = Number(value.isInserting);
  w.view.setUint32(o + 2, value.ostEvent);
  w.view.setUint32(o + 6, value.ostStatus);
}

/** Reads what is as long as its parts are. */
export function readMemoryHotplugState(r: Reading) {
  const o = r.at;
  need(r, o + 4);
  r.at = o + 4;
  const slots: MemoryHotplugDeviceState[] = [];
  while ((r.bytes[r.at] ?? 2) <= 1 && (r.bytes[r.at + 1] ?? 2) <= 1)
    slots.push(readMemoryHotplugDeviceState(r, take(r, 10)));
  return {
    selector: r.view.getUint32(o),
    slots,
  };
}

/** What {@link readMemoryHotplugState} gives. */
export type MemoryHotplugState = ReturnType<typeof readMemoryHotplugState>;

/** Writes what {@link readMemoryHotplugState} reads. */
export function writeMemoryHotplugState(w: Writing, value: MemoryHotplugState): void {
  const o = w.at;
  room(w, o + 4);
  w.view.setUint32(o, value.selector);
  w.at = o + 4;
  for (const one of value.slots) writeMemoryHotplugDeviceState(w, cover(w, 10), one);
}

/** Reads what is as long as its parts are. */
export function readPiix4PmMemhp(r: Reading) {
  const acpiMemoryHotplug = readMemoryHotplugState(r);
  return {
    acpiMemoryHotplug,
  };
}

/** What {@link readPiix4PmMemhp} gives. */
export type Piix4PmMemhp = ReturnType<typeof readPiix4PmMemhp>;

/** Writes what {@link readPiix4PmMemhp} reads. */
export function writePiix4PmMemhp(w: Writing, value: Piix4PmMemhp): void {
  writeMemoryHotplugState(w, value.acpiMemoryHotplug);
}

/** Reads 8 bytes. */
export function readAcpiPcihpPciStatus(r: Reading, o: number) {
  return {
    up: r.view.getUint32(o),
    down: r.view.getUint32(o + 4),
  };
}

/** What {@link readAcpiPcihpPciStatus} gives. */
export type AcpiPcihpPciStatus = ReturnType<typeof readAcpiPcihpPciStatus>;

/** Writes what {@link readAcpiPcihpPciStatus} reads. */
export function writeAcpiPcihpPciStatus(w: Writing, o: number, value: AcpiPcihpPciStatus): void {
  w.view.setUint32(o, value.up);
  w.view.setUint32(o + 4, value.down);
}

/** Reads 4 bytes. */
export function readGpe(r: Reading, o: number) {
  return {
    status: r.view.getUint16(o),
    enable: r.view.getUint16(o + 2),
  };
}

/** What {@link readGpe} gives. */
export type Gpe = ReturnType<typeof readGpe>;

/** Writes what {@link readGpe} reads. */
export function writeGpe(w: Writing, o: number, value: Gpe): void {
  w.view.setUint16(o, value.status);
  w.view.setUint16(o + 2, value.enable);
}

/** Reads 2 bytes. */
export function readAPMState(r: Reading, o: number) {
  return {
    apmc: r.view.getUint8(o),
    apms: r.view.getUint8(o + 1),
  };
}

/** What {@link readAPMState} gives. */
export type APMState = ReturnType<typeof readAPMState>;

/** Writes what {@link readAPMState} reads. */
export function writeAPMState(w: Writing, o: number, value: APMState): void {
  w.view.setUint8(o, value.apmc);
  w.view.setUint8(o + 1, value.apms);
}

/** A subsection that occurs. */
export type Piix4PmSubsection = { version: number; name: 'piix4_pm/memhp'; state: Piix4PmMemhp };

function readPiix4PmSubsections(r: Reading): Piix4PmSubsection[] {
  const found: Piix4PmSubsection[] = [];
  for (let name = subsectionAhead(r, 'piix4_pm'); name !== undefined; name = subsectionAhead(r, 'piix4_pm')) {
    switch (name) {
      case 'piix4_pm/memhp': {
        const version = subsectionVersion(r, 1);
        found.push({ version, name, state: readPiix4PmMemhp(r) });
        break;
      }
      default:
        throw new Error(`Unknown subsection ${name}`);
    }
  }
  return found;
}

function writePiix4PmSubsections(w: Writing, subsections: readonly Piix4PmSubsection[]): void {
  for (const one of subsections) {
    switch (one.name) {
      case 'piix4_pm/memhp': {
        putSubsectionStart(w, one.name, one.version);
        writePiix4PmMemhp(w, one.state);
        break;
      }
    }
  }
}

/** Reads what is as long as its parts are. */
export function readPiix4Pm(r: Reading) {
  const o = r.at;
  need(r, o + 2356);
  const pciStatuses: AcpiPcihpPciStatus[] = [];
  for (let i = 0; i < 256; i++) pciStatuses.push(readAcpiPcihpPciStatus(r, o + 308 + 8 * i));
  r.at = o + 2356;
  const subsections = readPiix4PmSubsections(r);
  return {
    pciDevice: readPCIDevice(r, o),
    pm1Status: r.view.getUint16(o + 276),
    pm1Enable: r.view.getUint16(o + 278),
    pm1Control: r.view.getUint16(o + 280),
    apm: readAPMState(r, o + 282),
    smbus: undefined,
    overflowTimer: r.view.getBigInt64(o + 284),
    overflowTime: r.view.getBigInt64(o + 292),
    gpe: readGpe(r, o + 300),
    pciStatus: undefined,
    hotplugSelect: r.view.getUint32(o + 304),
    pciStatuses,
    acpiIndex: undefined,
    subsections,
  };
}

/** What {@link readPiix4Pm} gives. */
export type Piix4Pm = ReturnType<typeof readPiix4Pm>;

/** Writes what {@link readPiix4Pm} reads. */
export function writePiix4Pm(w: Writing, value: Piix4Pm): void {
  const o = w.at;
  room(w, o + 2356);
  writePCIDevice(w, o, value.pciDevice);
  w.view.setUint16(o + 276, value.pm1Status);
  w.view.setUint16(o + 278, value.pm1Enable);
  w.view.setUint16(o + 280, value.pm1Control);
  writeAPMState(w, o + 282, value.apm);
  w.view.setBigInt64(o + 284, value.overflowTimer);
  w.view.setBigInt64(o + 292, value.overflowTime);
  writeGpe(w, o + 300, value.gpe);
  w.view.setUint32(o + 304, value.hotplugSelect);
  let pciStatusesAt = o + 308;
  for (const one of value.pciStatuses) {
    writeAcpiPcihpPciStatus(w, pciStatusesAt, one);
    pciStatusesAt += 8;
  }
  w.at = o + 2356;
  writePiix4PmSubsections(w, value.subsections);
}

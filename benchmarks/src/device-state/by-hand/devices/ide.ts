import type { Reading } from '../reading.js';
import { bytesAt, need, noSubsections, take } from '../reading.js';
import type { Writing } from '../writing.js';
import { cover, none, putBytes, room } from '../writing.js';
import { readPCIDevice, writePCIDevice } from './pcidevice.js';

/** Reads what is as long as its parts are. */
export function readIdeDrive(r: Reading) {
  const o = r.at;
  need(r, o + 8);
  const identifySet = r.view.getInt32(o + 4);
  r.at = o + 8;
  const identifyData = identifySet !== 0 ? bytesAt(r, take(r, 512), 512) : undefined;
  const o2 = r.at;
  need(r, o2 + 20);
  r.at = o2 + 20;
  noSubsections(r, 'ide_drive');
  return {
    multSectors: r.view.getInt32(o),
    identifySet,
    identifyData,
    feature: r.view.getUint8(o2),
    error: r.view.getUint8(o2 + 1),
    sectorCount: r.view.getUint32(o2 + 2),
    sector: r.view.getUint8(o2 + 6),
    cylinderLow: r.view.getUint8(o2 + 7),
    cylinderHigh: r.view.getUint8(o2 + 8),
    previousFeature: r.view.getUint8(o2 + 9),
    previousSector: r.view.getUint8(o2 + 10),
    previousSectorCount: r.view.getUint8(o2 + 11),
    previousCylinderLow: r.view.getUint8(o2 + 12),
    previousCylinderHigh: r.view.getUint8(o2 + 13),
    select: r.view.getUint8(o2 + 14),
    status: r.view.getUint8(o2 + 15),
    lba48: r.view.getUint8(o2 + 16),
    senseKey: r.view.getUint8(o2 + 17),
    additionalSense: r.view.getUint8(o2 + 18),
    cdromChanged: r.view.getUint8(o2 + 19),
    subsections: [] as never[],
  };
}

/** What {@link readIdeDrive} gives. */
export type IdeDrive = ReturnType<typeof readIdeDrive>;

/** Writes what {@link readIdeDrive} reads. */
export function writeIdeDrive(w: Writing, value: IdeDrive): void {
  const o = w.at;
  room(w, o + 8);
  w.view.setInt32(o, value.multSectors);
  w.view.setInt32(o + 4, value.identifySet);
  w.at = o + 8;
  if (value.identifyData !== undefined) {
    putBytes(w, cover(w, 512), 512, value.identifyData);
  }
  const o2 = w.at;
  room(w, o2 + 20);
  w.view.setUint8(o2, value.feature);
  w.view.setUint8(o2 + 1, value.error);
  w.view.setUint32(o2 + 2, value.sectorCount);
  w.view.setUint8(o2 + 6, value.sector);
  w.view.setUint8(o2 + 7, value.cylinderLow);
  w.view.setUint8(o2 + 8, value.cylinderHigh);
  w.view.setUint8(o2 + 9, value.previousFeature);
  w.view.setUint8(o2 + 10, value.previousSector);
  w.view.setUint8(o2 + 11, value.previousSectorCount);
  w.view.setUint8(o2 + 12, value.previousCylinderLow);
  w.view.setUint8(o2 + 13, value.previousCylinderHigh);
  w.view.setUint8(o2 + 14, value.select);
  w.view.setUint8(o2 + 15, value.status);
  w.view.setUint8(o2 + 16, value.lba48);
  w.view.setUint8(o2 + 17, value.senseKey);
  w.view.setUint8(o2 + 18, value.additionalSense);
  w.view.setUint8(o2 + 19, value.cdromChanged);
  w.at = o2 + 20;
  none(value.subsections);
}

/** Reads what is as long as its parts are. */
export function readIdeBus(r: Reading) {
  const o = r.at;
  need(r, o + 2);
  r.at = o + 2;
  noSubsections(r, 'ide_bus');
  return {
    cmd: r.view.getUint8(o),
    unit: r.view.getUint8(o + 1),
    subsections: [] as never[],
  };
}

/** What {@link readIdeBus} gives. */
export type IdeBus = ReturnType<typeof readIdeBus>;

/** Writes what {@link readIdeBus} reads. */
export function writeIdeBus(w: Writing, value: IdeBus): void {
  const o = w.at;
  room(w, o + 2);
  w.view.setUint8(o, value.cmd);
  w.view.setUint8(o + 1, value.unit);
  w.at = o + 2;
  none(value.subsections);
}

/** Reads what is as long as its parts are. */
export function readIdeBmdma(r: Reading) {
  const o = r.at;
  need(r, o + 19);
  r.at = o + 19;
  noSubsections(r, 'ide bmdma');
  return {
    cmd: r.view.getUint8(o),
    migrationCompatStatus: r.view.getUint8(o + 1),
    addr: r.view.getUint32(o + 2),
    migrationRetrySectorNum: r.view.getBigInt64(o + 6),
    migrationRetryNsector: r.view.getUint32(o + 14),
    migrationRetryUnit: r.view.getUint8(o + 18),
    subsections: [] as never[],
  };
}

/** What {@link readIdeBmdma} gives. */
export type IdeBmdma = ReturnType<typeof readIdeBmdma>;

/** Writes what {@link readIdeBmdma} reads. */
export function writeIdeBmdma(w: Writing, value: IdeBmdma): void {
  const o = w.at;
  room(w, o + 19);
  w.view.setUint8(o, value.cmd);
  w.view.setUint8(o + 1, value.migrationCompatStatus);
  w.view.setUint32(o + 2, value.addr);
  w.view.setBigInt64(o + 6, value.migrationRetrySectorNum);
  w.view.setUint32(o + 14, value.migrationRetryNsector);
  w.view.setUint8(o + 18, value.migrationRetryUnit);
  w.at = o + 19;
  none(value.subsections);
}

/** Reads what is as long as its parts are. */
export function readIde(r: Reading) {
  const o = r.at;
  need(r, o + 276);
  r.at = o + 276;
  const bmdma = [readIdeBmdma(r), readIdeBmdma(r)];
  const bus = [readIdeBus(r), readIdeBus(r)];
  const bus0Ifs = [readIdeDrive(r), readIdeDrive(r)];
  const bus1Ifs = [readIdeDrive(r), readIdeDrive(r)];
  return {
    pciDevice: readPCIDevice(r, o),
    bmdma,
    bus,
    bus0Ifs,
    bus1Ifs,
  };
}

/** What {@link readIde} gives. */
export type Ide = ReturnType<typeof readIde>;

/** Writes what {@link readIde} reads. */
export function writeIde(w: Writing, value: Ide): void {
  const o = w.at;
  room(w, o + 276);
  writePCIDevice(w, o, value.pciDevice);
  w.at = o + 276;
  for (const one of value.bmdma) writeIdeBmdma(w, one);
  for (const one of value.bus) writeIdeBus(w, one);
  for (const one of value.bus0Ifs) writeIdeDrive(w, one);
  for (const one of value.bus1Ifs) writeIdeDrive(w, one);
}

import {
  readManyUint32Array,
  readUint16Array,
  readUint32Array,
  writeUint16Array,
  writeUint32Array,
} from '../arrays.js';
import type { Reading } from '../reading.js';
import { bytesAt, need, paddingAt, subsectionAhead, subsectionVersion, take, truth } from '../reading.js';
import type { Writing } from '../writing.js';
import { cover, putBytes, putPadding, putSubsectionStart, room } from '../writing.js';
import { readPCIDevice, writePCIDevice } from './pcidevice.js';

/** Reads 17 bytes. */
export function readE1000TxTsoState(r: Reading, o: number) {
  return {
    txTsoPropsIpcss: r.view.getUint8(o),
    txTsoPropsIpcso: r.view.getUint8(o + 1),
    txTsoPropsIpcse: r.view.getUint16(o + 2),
    txTsoPropsTucss: r.view.getUint8(o + 4),
    txTsoPropsTucso: r.view.getUint8(o + 5),
    txTsoPropsTucse: r.view.getUint16(o + 6),
    txTsoPropsPaylen: r.view.getUint32(o + 8),
    txTsoPropsHdrLen: r.view.getUint8(o + 12),
    txTsoPropsMss: r.view.getUint16(o + 13),
    txTsoPropsIp: r.view.getInt8(o + 15),
    txTsoPropsTcp: r.view.getInt8(o + 16),
  };
}

/** What {@link readE1000TxTsoState} gives. */
export type E1000TxTsoState = ReturnType<typeof readE1000TxTsoState>;

/** Writes what {@link readE1000TxTsoState} reads. */
export function writeE1000TxTsoState(w: Writing, o: number, value: E1000TxTsoState): void {
  w.view.setUint8(o, value.txTsoPropsIpcss);
  w.view.setUint8(o + 1, value.txTsoPropsIpcso);
  w.view.setUint16(o + 2, value.txTsoPropsIpcse);
  w.view.setUint8(o + 4, value.txTsoPropsTucss);
  w.view.setUint8(o + 5, value.txTsoPropsTucso);
  w.view.setUint16(o + 6, value.txTsoPropsTucse);
  w.view.setUint32(o + 8, value.txTsoPropsPaylen);
  w.view.setUint8(o + 12, value.txTsoPropsHdrLen);
  w.view.setUint16(o + 13, value.txTsoPropsMss);
  w.view.setInt8(o + 15, value.txTsoPropsIp);
  w.view.setInt8(o + 16, value.txTsoPropsTcp);
}

/** Reads 131072 bytes. */
export function readE1000FullMacState(r: Reading, o: number) {
  return {
    macReg: readManyUint32Array(r, o, 32768),
  };
}

/** What {@link readE1000FullMacState} gives. */
export type E1000FullMacState = ReturnType<typeof readE1000FullMacState>;

/** Writes what {@link readE1000FullMacState} reads. */
export function writeE1000FullMacState(w: Writing, o: number, value: E1000FullMacState): void {
  writeUint32Array(w, o, 32768, value.macReg);
}

/** Reads 17 bytes. */
export function readE1000MitState(r: Reading, o: number) {
  return {
    rdtr: r.view.getUint32(o),
    radv: r.view.getUint32(o + 4),
    tadv: r.view.getUint32(o + 8),
    itr: r.view.getUint32(o + 12),
    mitIrqLevel: truth(r, o + 16),
  };
}

/** What {@link readE1000MitState} gives. */
export type E1000MitState = ReturnType<typeof readE1000MitState>;

/** Writes what {@link readE1000MitState} reads. */
export function writeE1000MitState(w: Writing, o: number, value: E1000MitState): void {
  w.view.setUint32(o, value.rdtr);
  w.view.setUint32(o + 4, value.radv);
  w.view.setUint32(o + 8, value.tadv);
  w.view.setUint32(o + 12, value.itr);
  w.bytes[o + 16] = Number(value.mitIrqLevel);
}

/** A subsection that occurs. */
export type E1000Subsection =
  | { version: number; name: 'e1000/mit_state'; state: E1000MitState }
  | { version: number; name: 'e1000/full_mac_state'; state: E1000FullMacState }
  | { version: number; name: 'e1000/tx_tso_state'; state: E1000TxTsoState };

function readE1000Subsections(r: Reading): E1000Subsection[] {
  const found: E1000Subsection[] = [];
  for (let name = subsectionAhead(r, 'e1000'); name !== undefined; name = subsectionAhead(r, 'e1000')) {
    switch (name) {
      case 'e1000/mit_state': {
        const version = subsectionVersion(r, 1);
        found.push({ version, name, state: readE1000MitState(r, take(r, 17)) });
        break;
      }
      case 'e1000/full_mac_state': {
        const version = subsectionVersion(r, 1);
        found.push({ version, name, state: readE1000FullMacState(r, take(r, 131072)) });
        break;
      }
      case 'e1000/tx_tso_state': {
        const version = subsectionVersion(r, 1);
        found.push({ version, name, state: readE1000TxTsoState(r, take(r, 17)) });
        break;
      }
      default:
        throw new Error(`Unknown subsection ${name}`);
    }
  }
  return found;
}

function writeE1000Subsections(w: Writing, subsections: readonly E1000Subsection[]): void {
  for (const one of subsections) {
    switch (one.name) {
      case 'e1000/mit_state': {
        putSubsectionStart(w, one.name, one.version);
        writeE1000MitState(w, cover(w, 17), one.state);
        break;
      }
      case 'e1000/full_mac_state': {
        putSubsectionStart(w, one.name, one.version);
        writeE1000FullMacState(w, cover(w, 131072), one.state);
        break;
      }
      case 'e1000/tx_tso_state': {
        putSubsectionStart(w, one.name, one.version);
        writeE1000TxTsoState(w, cover(w, 17), one.state);
        break;
      }
    }
  }
}

/** Reads what is as long as its parts are. */
export function readE1000(r: Reading) {
  const o = r.at;
  need(r, o + 67608);
  r.at = o + 67608;
  const subsections = readE1000Subsections(r);
  return {
    pciDevice: readPCIDevice(r, o),
    unused: undefined,
    unused2: paddingAt(r, o + 276, 4),
    rxbufSize: r.view.getUint32(o + 280),
    rxbufMinShift: r.view.getUint32(o + 284),
    eecdStateValIn: r.view.getUint32(o + 288),
    eecdStateBitnumIn: r.view.getUint16(o + 292),
    eecdStateBitnumOut: r.view.getUint16(o + 294),
    eecdStateReading: r.view.getUint16(o + 296),
    eecdStateOldEecd: r.view.getUint32(o + 298),
    migPropsIpcss: r.view.getUint8(o + 302),
    migPropsIpcso: r.view.getUint8(o + 303),
    migPropsIpcse: r.view.getUint16(o + 304),
    migPropsTucss: r.view.getUint8(o + 306),
    migPropsTucso: r.view.getUint8(o + 307),
    migPropsTucse: r.view.getUint16(o + 308),
    migPropsPaylen: r.view.getUint32(o + 310),
    migPropsHdrLen: r.view.getUint8(o + 314),
    migPropsMss: r.view.getUint16(o + 315),
    txSize: r.view.getUint16(o + 317),
    txTsoFrames: r.view.getUint16(o + 319),
    txSumNeeded: r.view.getUint8(o + 321),
    migPropsIp: r.view.getInt8(o + 322),
    migPropsTcp: r.view.getInt8(o + 323),
    txHeader: bytesAt(r, o + 324, 256),
    txData: bytesAt(r, o + 580, 65536),
    eepromData: readUint16Array(r, o + 66116, 64),
    phy: readUint16Array(r, o + 66244, 32),
    ctrl: r.view.getUint32(o + 66308),
    eecd: r.view.getUint32(o + 66312),
    eerd: r.view.getUint32(o + 66316),
    gprc: r.view.getUint32(o + 66320),
    gptc: r.view.getUint32(o + 66324),
    icr: r.view.getUint32(o + 66328),
    ics: r.view.getUint32(o + 66332),
    imc: r.view.getUint32(o + 66336),
    ims: r.view.getUint32(o + 66340),
    ledctl: r.view.getUint32(o + 66344),
    manc: r.view.getUint32(o + 66348),
    mdic: r.view.getUint32(o + 66352),
    mpc: r.view.getUint32(o + 66356),
    pba: r.view.getUint32(o + 66360),
    rctl: r.view.getUint32(o + 66364),
    rdbah: r.view.getUint32(o + 66368),
    rdbal: r.view.getUint32(o + 66372),
    rdh: r.view.getUint32(o + 66376),
    rdlen: r.view.getUint32(o + 66380),
    rdt: r.view.getUint32(o + 66384),
    status: r.view.getUint32(o + 66388),
    swsm: r.view.getUint32(o + 66392),
    tctl: r.view.getUint32(o + 66396),
    tdbah: r.view.getUint32(o + 66400),
    tdbal: r.view.getUint32(o + 66404),
    tdh: r.view.getUint32(o + 66408),
    tdlen: r.view.getUint32(o + 66412),
    tdt: r.view.getUint32(o + 66416),
    torh: r.view.getUint32(o + 66420),
    torl: r.view.getUint32(o + 66424),
    toth: r.view.getUint32(o + 66428),
    totl: r.view.getUint32(o + 66432),
    tpr: r.view.getUint32(o + 66436),
    tpt: r.view.getUint32(o + 66440),
    txdctl: r.view.getUint32(o + 66444),
    wufc: r.view.getUint32(o + 66448),
    vet: r.view.getUint32(o + 66452),
    receiveAddresses: readUint32Array(r, o + 66456, 32),
    multicastTable: readManyUint32Array(r, o + 66584, 128),
    vlanFilter: readManyUint32Array(r, o + 67096, 128),
    subsections,
  };
}

/** What {@link readE1000} gives. */
export type E1000 = ReturnType<typeof readE1000>;

/** Writes what {@link readE1000} reads. */
export function writeE1000(w: Writing, value: E1000): void {
  const o = w.at;
  room(w, o + 67608);
  writePCIDevice(w, o, value.pciDevice);
  putPadding(w, o + 276, 4, value.unused2);
  w.view.setUint32(o + 280, value.rxbufSize);
  w.view.setUint32(o + 284, value.rxbufMinShift);
  w.view.setUint32(o + 288, value.eecdStateValIn);
  w.view.setUint16(o + 292, value.eecdStateBitnumIn);
  w.view.setUint16(o + 294, value.eecdStateBitnumOut);
  w.view.setUint16(o + 296, value.eecdStateReading);
  w.view.setUint32(o + 298, value.eecdStateOldEecd);
  w.view.setUint8(o + 302, value.migPropsIpcss);
  w.view.setUint8(o + 303, value.migPropsIpcso);
  w.view.setUint16(o + 304, value.migPropsIpcse);
  w.view.setUint8(o + 306, value.migPropsTucss);
  w.view.setUint8(o + 307, value.migPropsTucso);
  w.view.setUint16(o + 308, value.migPropsTucse);
  w.view.setUint32(o + 310, value.migPropsPaylen);
  w.view.setUint8(o + 314, value.migPropsHdrLen);
  w.view.setUint16(o + 315, value.migPropsMss);
  w.view.setUint16(o + 317, value.txSize);
  w.view.setUint16(o + 319, value.txTsoFrames);
  w.view.setUint8(o + 321, value.txSumNeeded);
  w.view.setInt8(o + 322, value.migPropsIp);
  w.view.setInt8(o + 323, value.migPropsTcp);
  putBytes(w, o + 324, 256, value.txHeader);
  putBytes(w, o + 580, 65536, value.txData);
  writeUint16Array(w, o + 66116, 64, value.eepromData);
  writeUint16Array(w, o + 66244, 32, value.phy);
  w.view.setUint32(o + 66308, value.ctrl);
  w.view.setUint32(o + 66312, value.eecd);
  w.view.setUint32(o + 66316, value.eerd);
  w.view.setUint32(o + 66320, value.gprc);
  w.view.setUint32(o + 66324, value.gptc);
  w.view.setUint32(o + 66328, value.icr);
  w.view.setUint32(o + 66332, value.ics);
  w.view.setUint32(o + 66336, value.imc);
  w.view.setUint32(o + 66340, value.ims);
  w.view.setUint32(o + 66344, value.ledctl);
  w.view.setUint32(o + 66348, value.manc);
  w.view.setUint32(o + 66352, value.mdic);
  w.view.setUint32(o + 66356, value.mpc);
  w.view.setUint32(o + 66360, value.pba);
  w.view.setUint32(o + 66364, value.rctl);
  w.view.setUint32(o + 66368, value.rdbah);
  w.view.setUint32(o + 66372, value.rdbal);
  w.view.setUint32(o + 66376, value.rdh);
  w.view.setUint32(o + 66380, value.rdlen);
  w.view.setUint32(o + 66384, value.rdt);
  w.view.setUint32(o + 66388, value.status);
  w.view.setUint32(o + 66392, value.swsm);
  w.view.setUint32(o + 66396, value.tctl);
  w.view.setUint32(o + 66400, value.tdbah);
  w.view.setUint32(o + 66404, value.tdbal);
  w.view.setUint32(o + 66408, value.tdh);
  w.view.setUint32(o + 66412, value.tdlen);
  w.view.setUint32(o + 66416, value.tdt);
  w.view.setUint32(o + 66420, value.torh);
  w.view.setUint32(o + 66424, value.torl);
  w.view.setUint32(o + 66428, value.toth);
  w.view.setUint32(o + 66432, value.totl);
  w.view.setUint32(o + 66436, value.tpr);
  w.view.setUint32(o + 66440, value.tpt);
  w.view.setUint32(o + 66444, value.txdctl);
  w.view.setUint32(o + 66448, value.wufc);
  w.view.setUint32(o + 66452, value.vet);
  writeUint32Array(w, o + 66456, 32, value.receiveAddresses);
  writeUint32Array(w, o + 66584, 128, value.multicastTable);
  writeUint32Array(w, o + 67096, 128, value.vlanFilter);
  w.at = o + 67608;
  writeE1000Subsections(w, value.subsections);
}

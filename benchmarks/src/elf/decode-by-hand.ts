import type { Elf, ProgramHeader, SectionHeader } from '../../../examples/elf/generated/elf.js';
import { Coverage } from '../gaps.js';
import { ABIS, MACHINES, PARTS, SECTIONS, TYPES } from './names.js';

/**
 * Decodes a file of 64 bits; nothing of it may lie in two parts.
 *
 * @throws Error for what is none.
 */
export function decodeByHand(bytes: Uint8Array): Elf {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 64) throw new RangeError('The input ends in the header');
  const order = bytes[5];
  if (view.getUint32(0) !== 0x7f454c46 || bytes[4] !== 2 || bytes[6] !== 1 || (order !== 1 && order !== 2))
    throw new Error('No file of 64 bits');
  const little = order === 1;
  if (view.getUint32(20, little) !== 1) throw new Error('Another version');
  const programHeadersOffset = safe(view, 32, little);
  const sectionHeadersOffset = safe(view, 40, little);
  const programHeaderSize = view.getUint16(54, little);
  const programHeaderCount = view.getUint16(56, little);
  const sectionHeaderSize = view.getUint16(58, little);
  const sectionHeaderCount = view.getUint16(60, little);
  if (
    (programHeaderCount > 0 && programHeaderSize !== 56) ||
    (sectionHeaderCount > 0 && sectionHeaderSize !== 64)
  )
    throw new Error('Headers of another size');

  const coverage = new Coverage();
  coverage.add(16, 64);
  const programHeaders: ProgramHeader[] = [];
  if (programHeaderCount > 0) {
    const to = within(bytes, programHeadersOffset, 56 * programHeaderCount);
    coverage.add(programHeadersOffset, to);
    for (let at = programHeadersOffset; at < to; at += 56) programHeaders.push(readPart(view, at, little));
  }
  const sectionHeaders: SectionHeader[] = [];
  const contents: (Uint8Array | undefined)[] = [];
  const headersEnd =
    sectionHeaderCount > 0 ? within(bytes, sectionHeadersOffset, 64 * sectionHeaderCount) : 0;
  for (let index = 0; index < sectionHeaderCount; index++) {
    const header = readSection(view, sectionHeadersOffset + 64 * index, little);
    sectionHeaders.push(header);
    if (header.type === 'unused' || header.type === 'noBytes') {
      contents.push(undefined);
      continue;
    }
    const to = within(bytes, header.offset, header.size);
    coverage.add(header.offset, to);
    contents.push(bytes.slice(header.offset, to));
  }
  coverage.add(sectionHeadersOffset, Math.max(headersEnd, sectionHeadersOffset));

  return {
    byteOrder: little ? 'little' : 'big',
    abi: ABIS.nameOf(view.getUint8(7)),
    abiVersion: view.getUint8(8),
    reserved: bytes.subarray(9, 16).some((byte) => byte !== 0) ? bytes.slice(9, 16) : undefined,
    body: {
      type: TYPES.nameOf(view.getUint16(16, little)),
      machine: MACHINES.nameOf(view.getUint16(18, little)),
      entry: view.getBigUint64(24, little),
      programHeadersOffset,
      sectionHeadersOffset,
      flags: view.getUint32(48, little),
      headerSize: view.getUint16(52, little),
      programHeaderSize,
      sectionHeaderSize,
      sectionNames: view.getUint16(62, little),
      programHeaders,
      sectionHeaders,
      contents,
      rest: coverage.gaps(bytes, 16),
    },
  };
}

function within(bytes: Uint8Array, from: number, size: number): number {
  const to = from + size;
  if (to > bytes.length) throw new RangeError(`The input ends at ${bytes.length}, before ${to}`);
  return to;
}

/** A number of 64 bits that a number of JavaScript holds. */
function safe(view: DataView, at: number, little: boolean): number {
  const high = view.getUint32(little ? at + 4 : at, little);
  if (high > 0x1fffff) throw new RangeError(`Too large a number at ${at}`);
  return high * 2 ** 32 + view.getUint32(little ? at : at + 4, little);
}

function readPart(view: DataView, at: number, little: boolean): ProgramHeader {
  const flags = view.getUint32(at + 4, little);
  return {
    type: PARTS.nameOf(view.getUint32(at, little)),
    flags: {
      execute: (flags & 1) !== 0,
      write: (flags & 2) !== 0,
      read: (flags & 4) !== 0,
      unknown: (flags & ~7) >>> 0,
    },
    offset: safe(view, at + 8, little),
    virtualAddress: view.getBigUint64(at + 16, little),
    physicalAddress: view.getBigUint64(at + 24, little),
    fileSize: safe(view, at + 32, little),
    memorySize: view.getBigUint64(at + 40, little),
    alignment: view.getBigUint64(at + 48, little),
  };
}

/** All flags of sections that have a name. */
const NAMED = 0b110_1111_0111; // bits 3 and 8 have none

function readSection(view: DataView, at: number, little: boolean): SectionHeader {
  const low = view.getUint32(little ? at + 8 : at + 12, little);
  const high = view.getUint32(little ? at + 12 : at + 8, little);
  const unnamed = (low & ~NAMED) >>> 0;
  return {
    name: view.getUint32(at, little),
    type: SECTIONS.nameOf(view.getUint32(at + 4, little)),
    flags: {
      write: (low & 1) !== 0,
      allocate: (low & 2) !== 0,
      execute: (low & 4) !== 0,
      merge: (low & 16) !== 0,
      strings: (low & 32) !== 0,
      infoLink: (low & 64) !== 0,
      linkOrder: (low & 128) !== 0,
      group: (low & 512) !== 0,
      threadLocal: (low & 1024) !== 0,
      unknown: high === 0 && unnamed === 0 ? 0n : (BigInt(high) << 32n) | BigInt(unnamed),
    },
    address: view.getBigUint64(at + 16, little),
    offset: safe(view, at + 24, little),
    size: safe(view, at + 32, little),
    link: view.getUint32(at + 40, little),
    info: view.getUint32(at + 44, little),
    alignment: view.getBigUint64(at + 48, little),
    entrySize: view.getBigUint64(at + 56, little),
  };
}

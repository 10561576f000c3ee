import type { Elf, ProgramHeader, SectionHeader } from '../../../examples/elf/generated/elf.js';
import { ABIS, MACHINES, PARTS, SECTIONS, TYPES } from './names.js';

/** Encodes a file of 64 bits; values are not checked, nor that parts do not overlap. */
export function encodeByHand({ byteOrder, abi, abiVersion, reserved, body }: Elf): Uint8Array {
  const little = byteOrder === 'little';
  const { programHeaders, sectionHeaders, contents, rest } = body;
  let size = Math.max(
    64,
    body.programHeadersOffset + 56 * programHeaders.length,
    body.sectionHeadersOffset + 64 * sectionHeaders.length,
  );
  for (const [index, { offset }] of sectionHeaders.entries())
    size = Math.max(size, contents[index] === undefined ? 0 : offset + (contents[index]?.length ?? 0));
  for (const gap of rest) size = Math.max(size, 16 + gap.offset + gap.bytes.length);

  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x7f454c46);
  bytes[4] = 2;
  bytes[5] = little ? 1 : 2;
  bytes[6] = 1;
  bytes[7] = ABIS.numberOf(abi);
  bytes[8] = abiVersion;
  if (reserved !== undefined) bytes.set(reserved, 9);
  view.setUint16(16, TYPES.numberOf(body.type), little);
  view.setUint16(18, MACHINES.numberOf(body.machine), little);
  view.setUint32(20, 1, little);
  view.setBigUint64(24, body.entry, little);
  setSafe(view, 32, body.programHeadersOffset, little);
  setSafe(view, 40, body.sectionHeadersOffset, little);
  view.setUint32(48, body.flags, little);
  view.setUint16(52, body.headerSize, little);
  view.setUint16(54, body.programHeaderSize, little);
  view.setUint16(56, programHeaders.length, little);
  view.setUint16(58, body.sectionHeaderSize, little);
  view.setUint16(60, sectionHeaders.length, little);
  view.setUint16(62, body.sectionNames, little);

  let at = body.programHeadersOffset;
  for (const header of programHeaders) {
    writePart(view, at, header, little);
    at += 56;
  }
  at = body.sectionHeadersOffset;
  for (const [index, header] of sectionHeaders.entries()) {
    writeSection(view, at, header, little);
    at += 64;
    const content = contents[index];
    if (content !== undefined) bytes.set(content, header.offset);
  }
  for (const gap of rest) bytes.set(gap.bytes, 16 + gap.offset);
  return bytes;
}

function setSafe(view: DataView, at: number, value: number, little: boolean): void {
  view.setUint32(little ? at : at + 4, value, little);
  view.setUint32(little ? at + 4 : at, value / 2 ** 32, little);
}

function writePart(view: DataView, at: number, header: ProgramHeader, little: boolean): void {
  const { execute, write, read, unknown } = header.flags;
  view.setUint32(at, PARTS.numberOf(header.type), little);
  view.setUint32(at + 4, unknown | Number(execute) | (Number(write) << 1) | (Number(read) << 2), little);
  setSafe(view, at + 8, header.offset, little);
  view.setBigUint64(at + 16, header.virtualAddress, little);
  view.setBigUint64(at + 24, header.physicalAddress, little);
  setSafe(view, at + 32, header.fileSize, little);
  view.setBigUint64(at + 40, header.memorySize, little);
  view.setBigUint64(at + 48, header.alignment, little);
}

function writeSection(view: DataView, at: number, header: SectionHeader, little: boolean): void {
  const { flags } = header;
  const named =
    Number(flags.write) |
    (Number(flags.allocate) << 1) |
    (Number(flags.execute) << 2) |
    (Number(flags.merge) << 4) |
    (Number(flags.strings) << 5) |
    (Number(flags.infoLink) << 6) |
    (Number(flags.linkOrder) << 7) |
    (Number(flags.group) << 9) |
    (Number(flags.threadLocal) << 10);
  view.setUint32(at, header.name, little);
  view.setUint32(at + 4, SECTIONS.numberOf(header.type), little);
  if (flags.unknown === 0n) setSafe(view, at + 8, named, little);
  else view.setBigUint64(at + 8, flags.unknown | BigInt(named), little);
  view.setBigUint64(at + 16, header.address, little);
  setSafe(view, at + 24, header.offset, little);
  setSafe(view, at + 32, header.size, little);
  view.setUint32(at + 40, header.link, little);
  view.setUint32(at + 44, header.info, little);
  view.setBigUint64(at + 48, header.alignment, little);
  view.setBigUint64(at + 56, header.entrySize, little);
}

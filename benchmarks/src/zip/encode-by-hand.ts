import type { Entry, LocalFile, Zip } from '../../../examples/zip/generated/zip.js';
import { crc32 } from '../crc32.js';
import { extraSize, writeExtra } from './extra.js';
import { bitsOf, methodNumber, putLatin1, systemNumber, timeBits } from './flags.js';

/** Encodes an archive; values are not checked, nor that parts do not overlap. */
export function encodeByHand({ end, directory, files, rest }: Zip): Uint8Array {
  let size = end.directoryOffset + end.directorySize;
  for (const [index, file] of files.entries())
    size = Math.max(size, (directory[index]?.offset ?? 0) + fileSize(file));
  for (const { offset, bytes } of rest) size = Math.max(size, offset + bytes.length);
  const bytes = new Uint8Array(size + 22 + end.comment.length);
  const view = new DataView(bytes.buffer);
  for (const [index, file] of files.entries()) writeFile(bytes, view, directory[index]?.offset ?? 0, file);
  let o = end.directoryOffset;
  for (const entry of directory) o = writeEntry(bytes, view, o, entry);
  for (const gap of rest) bytes.set(gap.bytes, gap.offset);
  view.setUint32(size, 0x504b0506);
  view.setUint16(size + 8, end.entries, true);
  view.setUint16(size + 10, end.entries, true);
  view.setUint32(size + 12, end.directorySize, true);
  view.setUint32(size + 16, end.directoryOffset, true);
  view.setUint16(size + 20, end.comment.length, true);
  putLatin1(bytes, size + 22, end.comment);
  return bytes;
}

function fileSize({ content }: LocalFile): number {
  return 30 + content.name.length + extraSize(content.extra) + content.data.length;
}

function writeFile(bytes: Uint8Array, view: DataView, at: number, file: LocalFile): void {
  const { content } = file;
  view.setUint32(at, 0x504b0304);
  view.setUint16(at + 4, file.versionNeeded, true);
  view.setUint16(at + 6, bitsOf(file.flags), true);
  view.setUint16(at + 8, methodNumber(file.method), true);
  view.setUint32(at + 10, timeBits(content.modified), true);
  view.setUint16(at + 26, content.name.length, true);
  const nameEnd = putLatin1(bytes, at + 30, content.name);
  const from = writeExtra(view, nameEnd, content.extra);
  view.setUint16(at + 28, from - nameEnd, true);
  bytes.set(content.data, from);
  const isPlain = file.layout === 'plain';
  const { length } = content.data;
  view.setUint32(at + 14, isPlain ? crc32(bytes, from, from + length) : file.content.crc, true);
  view.setUint32(at + 18, isPlain ? length : file.content.compressedSize, true);
  view.setUint32(at + 22, isPlain ? length : file.content.size, true);
}

function writeEntry(bytes: Uint8Array, view: DataView, at: number, entry: Entry): number {
  const { dosAttributes: dos, internalAttributes: internal } = entry;
  view.setUint32(at, 0x504b0102);
  bytes[at + 4] = entry.versionMadeBy;
  bytes[at + 5] = systemNumber(entry.system);
  view.setUint16(at + 6, entry.versionNeeded, true);
  view.setUint16(at + 8, bitsOf(entry.flags), true);
  view.setUint16(at + 10, methodNumber(entry.method), true);
  view.setUint32(at + 12, timeBits(entry.modified), true);
  view.setUint32(at + 16, entry.crc, true);
  view.setUint32(at + 20, entry.compressedSize, true);
  view.setUint32(at + 24, entry.size, true);
  view.setUint16(at + 28, entry.name.length, true);
  view.setUint16(at + 32, entry.comment.length, true);
  view.setUint16(at + 36, internal.unknown | Number(internal.text), true);
  const attributes =
    dos.unknown |
    Number(dos.readOnly) |
    (Number(dos.hidden) << 1) |
    (Number(dos.system) << 2) |
    (Number(dos.directory) << 4) |
    (Number(dos.archive) << 5);
  view.setUint16(at + 38, attributes, true);
  view.setUint16(at + 40, entry.unixMode, true);
  view.setUint32(at + 42, entry.offset, true);
  const nameEnd = putLatin1(bytes, at + 46, entry.name);
  const extraEnd = writeExtra(view, nameEnd, entry.extra);
  view.setUint16(at + 30, extraEnd - nameEnd, true);
  return putLatin1(bytes, extraEnd, entry.comment);
}

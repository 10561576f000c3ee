import type { Entry, LocalFile, Zip } from '../../../examples/zip/generated/zip.js';
import { crc32 } from '../crc32.js';
import { Coverage } from '../gaps.js';
import { readExtra } from './extra.js';
import { flagsOf, latin1At, methodOf, systemOf, timeOf } from './flags.js';

interface Reading {
  readonly bytes: Uint8Array;
  /** The same bytes: it makes texts of them. */
  readonly buffer: Buffer;
  readonly view: DataView;
}

/**
 * Decodes an archive as unzip does: from its end. Sums of stored files are checked.
 *
 * @throws Error for what is none, and for extra fields and streamed files, which the archive that is measured does not have.
 */
export function decodeByHand(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const r = { bytes, buffer, view };
  const endAt = findEnd(r);
  if (view.getUint32(endAt + 4) !== 0 || view.getUint16(endAt + 8, true) !== view.getUint16(endAt + 10, true))
    throw new Error('An archive of several parts');
  const end: Zip['end'] = {
    entries: view.getUint16(endAt + 10, true),
    directorySize: view.getUint32(endAt + 12, true),
    directoryOffset: view.getUint32(endAt + 16, true),
    comment: latin1At(buffer, endAt + 22, bytes.length),
  };
  const coverage = new Coverage();
  const directory: Entry[] = [];
  const files: LocalFile[] = [];
  let o = end.directoryOffset;
  for (let i = 0; i < end.entries; i++) {
    const entry = readEntry(r, o, endAt);
    directory.push(entry);
    o = entryEnd(view, o);
    files.push(readFile(r, entry, coverage));
  }
  if (o - end.directoryOffset !== end.directorySize) throw new Error('A directory of another size');
  coverage.add(end.directoryOffset, o);
  coverage.add(endAt, bytes.length);
  return { end, directory, files, rest: coverage.gaps(bytes) };
}

/** Where the end is: its comment ends the archive. */
function findEnd({ bytes, view }: Reading): number {
  const last = bytes.length - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at--)
    if (view.getUint32(at) === 0x504b0506 && at + 22 + view.getUint16(at + 20, true) === bytes.length)
      return at;
  throw new Error('No archive');
}

function entryEnd(view: DataView, at: number): number {
  return (
    at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  );
}

function readEntry({ buffer, view }: Reading, at: number, end: number): Entry {
  if (end - at < 46 || view.getUint32(at) !== 0x504b0102 || view.getUint16(at + 34) !== 0)
    throw new Error(`No entry at ${at}`);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const commentEnd = extraEnd + view.getUint16(at + 32, true);
  if (commentEnd > end) throw new RangeError(`The directory ends in the entry at ${at}`);
  const internal = view.getUint16(at + 36, true);
  const dos = view.getUint16(at + 38, true);
  const compressedSize = view.getUint32(at + 20, true);
  const offset = view.getUint32(at + 42, true);
  if (compressedSize === 0xffffffff || offset === 0xffffffff) throw new Error(`Zip64 at ${at}`);
  return {
    versionMadeBy: view.getUint8(at + 4),
    system: systemOf(view.getUint8(at + 5)),
    versionNeeded: view.getUint16(at + 6, true),
    flags: flagsOf(view.getUint16(at + 8, true)),
    method: methodOf(view.getUint16(at + 10, true)),
    modified: timeOf(view.getUint32(at + 12, true)),
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size: view.getUint32(at + 24, true),
    internalAttributes: { text: (internal & 1) !== 0, unknown: internal & ~1 },
    dosAttributes: {
      readOnly: (dos & 1) !== 0,
      hidden: (dos & 2) !== 0,
      system: (dos & 4) !== 0,
      directory: (dos & 16) !== 0,
      archive: (dos & 32) !== 0,
      unknown: dos & ~0b11_0111,
    },
    unixMode: view.getUint16(at + 40, true),
    offset,
    name: latin1At(buffer, at + 46, nameEnd),
    extra: readExtra(view, nameEnd, extraEnd),
    comment: latin1At(buffer, extraEnd, commentEnd),
  };
}

function readFile({ bytes, buffer, view }: Reading, entry: Entry, coverage: Coverage): LocalFile {
  const at = entry.offset;
  if (bytes.length - at < 30 || view.getUint32(at) !== 0x504b0304) throw new Error(`No file at ${at}`);
  const nameEnd = at + 30 + view.getUint16(at + 26, true);
  const from = nameEnd + view.getUint16(at + 28, true);
  const to = from + entry.compressedSize;
  if (to > bytes.length) throw new RangeError(`The input ends in the file at ${at}`);
  coverage.add(at, to);
  const versionNeeded = view.getUint16(at + 4, true);
  const flags = flagsOf(view.getUint16(at + 6, true));
  const method = methodOf(view.getUint16(at + 8, true));
  if (flags.streamed) throw new Error(`A streamed file at ${at}`);
  const isPlain = method === 'stored' && versionNeeded < 45 && !flags.encrypted;
  const modified = timeOf(view.getUint32(at + 10, true));
  const crc = view.getUint32(at + 14, true);
  const compressedSize = view.getUint32(at + 18, true);
  const size = view.getUint32(at + 22, true);
  const name = latin1At(buffer, at + 30, nameEnd);
  const extra = readExtra(view, nameEnd, from);
  if (!isPlain) {
    const data = bytes.slice(from, to);
    const content = { modified, crc, compressedSize, size, name, extra, data, descriptor: undefined };
    return { versionNeeded, flags, method, layout: 'packed', content };
  }
  if (compressedSize !== to - from || size !== compressedSize || crc32(bytes, from, to) !== crc)
    throw new Error(`Another sum of the file at ${at}`);
  const content = { modified, name, extra, data: bytes.slice(from, to) };
  return { versionNeeded, flags, method, layout: 'plain', content };
}

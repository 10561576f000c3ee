import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { crc32 } from '@bytewright/runtime/codec';
import type { Entry, LocalFile, Zip } from './generated/zip.js';

/** A change to a file in an archive. */
export interface Change {
  /** The new name. If it is not ASCII, the file is marked as having a UTF-8 name. */
  readonly name?: string;
  readonly data?: Uint8Array;
}

/** The text of a name or a comment: UTF-8 if the entry says so, otherwise one character per byte. */
export function textOf({ flags }: Entry, text: string): string {
  return flags.utf8 ? Buffer.from(text, 'latin1').toString('utf8') : text;
}

/**
 * Inflates the data of a file.
 *
 * @throws RangeError if there is no such file, or its data would be more than `limit` bytes, and Error if the data is
 * damaged or compressed with another method
 */
export function dataOf(archive: Zip, name: string, limit = 1 << 26): Uint8Array {
  const { entry, file } = find(archive, name);
  const data = inflate(entry, file.content.data, limit);
  if (crc32(data) !== entry.crc || data.length !== entry.size)
    throw new Error(`${name} does not match its checksum or size`);
  return data;
}

/**
 * The same archive with one of its files renamed or replaced; everything after it moves.
 *
 * @throws RangeError if there is no such file, and Error if ZIP64 fields or records of the archive also hold sizes and
 * offsets
 */
export function withChange(archive: Zip, name: string, change: Change): Zip {
  const { entry, file, index } = find(archive, name);
  const { end, directory, files, rest } = archive;
  const isZip64 =
    rest.some(({ offset }) => offset >= end.directoryOffset) ||
    file.content.extra.some(
      (extra) => extra.type === 'zip64' && extra.data.values.some((value) => value > 0),
    );
  if (isZip64) throw new Error('ZIP64 fields would have to be changed too');

  const newName = change.name === undefined ? entry.name : Buffer.from(change.name).toString('latin1');
  const utf8 = entry.flags.utf8 || newName !== (change.name ?? newName);
  const data = change.data === undefined ? file.content.data : deflate(entry, change.data);
  const sums =
    change.data === undefined
      ? { crc: entry.crc, compressedSize: entry.compressedSize, size: entry.size }
      : { crc: crc32(change.data), compressedSize: data.length, size: change.data.length };
  const common = { name: newName, flags: { ...entry.flags, utf8 } };

  const longerName = newName.length - entry.name.length;
  const growth = longerName + data.length - file.content.data.length;
  const moved = <P extends { offset: number }>(part: P): P =>
    part.offset > entry.offset ? { ...part, offset: part.offset + growth } : part;
  return {
    end: {
      ...end,
      directorySize: end.directorySize + longerName,
      directoryOffset: end.directoryOffset + (end.directoryOffset > entry.offset ? growth : 0),
    },
    directory: directory.map((other, at) => (at === index ? { ...entry, ...common, ...sums } : moved(other))),
    files: files.map((other, at) => (at === index ? changedFile(file, common, data, entry, sums) : other)),
    rest: rest.map(moved),
  };
}

type Sums = Pick<Entry, 'crc' | 'compressedSize' | 'size'>;

/** If the header of streamed data does not repeat the directory's checksum and sizes, it is left as it is. */
function changedFile(
  file: LocalFile,
  { name, flags }: Pick<Entry, 'name' | 'flags'>,
  data: Uint8Array,
  before: Sums,
  after: Sums,
): LocalFile {
  if (file.layout === 'plain') return { ...file, flags, content: { ...file.content, name, data } };
  const { crc, compressedSize, size } = file.content;
  const sums = {
    crc: crc === before.crc ? after.crc : crc,
    compressedSize: compressedSize === before.compressedSize ? after.compressedSize : compressedSize,
    size: size === before.size ? after.size : size,
  };
  return { ...file, flags, content: { ...file.content, ...sums, name, data } };
}

function find(
  { directory, files }: Zip,
  name: string,
): { readonly entry: Entry; readonly file: LocalFile; readonly index: number } {
  const index = directory.findIndex((entry) => textOf(entry, entry.name) === name);
  const [entry, file] = [directory[index], files[index]];
  if (entry === undefined || file === undefined) throw new RangeError(`the archive has no file ${name}`);
  return { entry, file, index };
}

function inflate({ method, flags }: Entry, data: Uint8Array, limit: number): Uint8Array {
  if (flags.encrypted) throw new Error('encrypted data needs a key');
  if (method === 'stored') return data;
  if (method === 'deflated') return new Uint8Array(inflateRawSync(data, { maxOutputLength: limit }));
  throw new Error(`unsupported method: ${method}`);
}

function deflate({ method, flags }: Entry, data: Uint8Array): Uint8Array {
  if (flags.encrypted) throw new Error('encrypted data needs a key');
  if (method === 'stored') return data;
  if (method === 'deflated') return new Uint8Array(deflateRawSync(data));
  throw new Error(`unsupported method: ${method}`);
}

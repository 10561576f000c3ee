// Makes a small file of an image of `xl save` or of a migration stream, by cutting memory out of it. What is left is a legal
// stream: of libxc's PAGE_DATA records one is kept, with one page; of QEMU's `ram` sections the first pages of each.
//
//     node --conditions=@bytewright/source --import tsx scripts/cut-memory.ts IN OUT.gz
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { bytesSource } from '../src/containers/byte-source.js';
import { Cursor } from '../src/containers/cursor.js';
import { findDeviceState } from '../src/containers/find-device-state.js';
import { fileSource } from '../src/containers/input/file-source.js';
import { liveSectionWalk } from '../src/containers/walk-live-section.js';
import { readConfiguration } from '../src/generated/containers/configuration.js';
import { readLibxcHeader } from '../src/generated/containers/libxc-header.js';
import { readLibxcRecordHeader } from '../src/generated/containers/libxc-record.js';
import { readLibxlHeader } from '../src/generated/containers/libxl-header.js';
import { readLibxlRecordHeader } from '../src/generated/containers/libxl-record.js';
import { readLiveSectionPart, readLiveSectionStart } from '../src/generated/containers/live-section.js';
import { readRamBlock, readRamPiece } from '../src/generated/containers/ram.js';
import { readXlSaveHeader } from '../src/generated/containers/xl-save-header.js';
import { readFooter } from '../src/generated/footer.js';

/** Pages that are kept of each `ram` section. */
const PAGES = 4;
const PAGE_DATA = 1;
/** The names of live sections, by their ids. */
const names = new Map<number, string>();

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
  console.error('Say from where to where: cut-memory.ts IN OUT.gz');
  process.exit(2);
}
if (from.endsWith('.gz')) write(cutMigration(new Uint8Array(gunzipSync(readFileSync(from)))), to);
else write(cutImage(from), to);

function write(parts: readonly Uint8Array[], file: string): void {
  const bytes = Buffer.concat(parts);
  const found = findDeviceState(bytesSource(new Uint8Array(bytes)));
  writeFileSync(file, gzipSync(bytes, { level: 9 }));
  console.log(`${file}: ${bytes.length} bytes, ${found.kind} with ${found.length} bytes at ${found.offset}`);
}

function cutImage(file: string): readonly Uint8Array[] {
  const descriptor = openSync(file, 'r');
  const source = fileSource(descriptor);
  const cursor = new Cursor(source);
  const kept: Uint8Array[] = [];
  let start = 0;
  /** Keeps everything from the last cut to here. */
  const keep = (): void => {
    kept.push(source.read(start, cursor.offset - start).slice());
    start = cursor.offset;
  };
  cursor.read(readXlSaveHeader, 'header', 2 ** 20);
  cursor.read(readLibxlHeader, 'stream');
  while (cursor.read(readLibxlRecordHeader, 'record').type !== 1)
    throw new Error('LIBXC_CONTEXT comes first');
  cursor.read(readLibxcHeader, 'libxc');
  keep();
  for (let pages = 0, type = -1; type !== 0; ) {
    const header = cursor.read(readLibxcRecordHeader, 'record');
    type = header.type;
    const body = cursor.offset;
    cursor.skip(header.length + ((8 - (header.length % 8)) % 8), 'body');
    if (type !== PAGE_DATA) {
      keep();
      continue;
    }
    start = cursor.offset;
    const count = new DataView(source.read(body, 4).slice().buffer).getUint32(0, true);
    if (count === 0 || pages++ > 0) continue;
    // a count and a reserved word, the frame, and the page
    const head = Uint8Array.of(1, 0, 0, 0, 0x10, 0x10, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
    kept.push(head, source.read(body + 8, 8).slice(), source.read(body + 8 + 8 * count, 4096).slice());
  }
  cursor.offset = source.size;
  keep();
  closeSync(descriptor);
  return kept;
}

function cutMigration(bytes: Uint8Array): readonly Uint8Array[] {
  const found = findDeviceState(bytesSource(bytes));
  if (found.kind !== 'migration') throw new Error('no migration stream');
  const cursor = new Cursor(bytesSource(bytes), 8);
  if (cursor.peek() === 7) cursor.read(readConfiguration, 'configuration');
  const kept = [bytes.subarray(0, cursor.offset)];
  while (cursor.offset < found.offset) {
    const start = cursor.offset;
    if (bytes[start] === 8) cursor.offset += 5;
    else cutSection(cursor, kept, found.migration.footers);
    if (bytes[start] === 8) kept.push(bytes.subarray(start, cursor.offset));
  }
  kept.push(bytes.subarray(found.offset));
  return kept;
}

function cutSection(cursor: Cursor, kept: Uint8Array[], footers: boolean): void {
  const { source } = cursor;
  let start = cursor.offset;
  const keep = (): void => {
    kept.push(source.read(start, cursor.offset - start).slice());
    start = cursor.offset;
  };
  const sectionId =
    cursor.peek() === 1 ? startSection(cursor) : cursor.read(readLiveSectionPart, '').sectionId;
  const name = names.get(sectionId) ?? '';
  // other sections are kept whole
  if (name !== 'ram') liveSectionWalk(name)?.(cursor, { pageSize: 4096, capabilities: [] }, name);
  for (let pages = 0, atEnd = name !== 'ram'; !atEnd; ) {
    keep();
    const { word } = cursor.read(readRamPiece, '');
    atEnd = word.end;
    if (word.sizes)
      for (let left = word.kibibytes * 1024n; left > 0n; ) left -= cursor.read(readRamBlock, '').size;
    if (word.page) cursor.offset += 4096;
    if ((word.page || word.filled) && pages++ >= PAGES) start = cursor.offset;
  }
  if (footers) cursor.read((input) => readFooter(input, sectionId), '');
  keep();
}

function startSection(cursor: Cursor): number {
  const { sectionId, idstr } = cursor.read(readLiveSectionStart, '');
  names.set(sectionId, idstr);
  return sectionId;
}

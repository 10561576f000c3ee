import { readFileSync } from 'node:fs';
import { crc32 } from '@bytewright/runtime/codec';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { expect, test } from 'vitest';
import { budget } from '../../test/budget.js';
import { dataOf, withChange } from './archive.js';
import { decodeZip, encodeZip, sizeOfZip } from './generated/zip.js';
import { Zip } from './zip.js';

const read = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

const pack = read('pack.zip');
const piped = read('piped.zip');
const streamed = read('streamed.zip');

const fox = 'The quick brown fox jumps over the lazy dog.\n'.repeat(6);

const runs = budget({ everyDay: 6, deep: 500 });

laws(
  Zip,
  { decode: decodeZip, encode: encodeZip, sizeOf: sizeOfZip },
  { runs, samples: [pack, piped, streamed] },
);

test('decodes an archive written by zip, and reproduces it', () => {
  const archive = decodeZip(pack);
  expect(archive.end.comment).toBe('an archive comment');
  expect(archive.directory.map(({ name, method, offset }) => [name, method, offset])).toEqual([
    ['short.txt', 'stored', 0],
    ['notes/', 'stored', 74],
    ['notes/fox.txt', 'deflated', 138],
    ['random.bin', 'stored', 258],
  ]);
  expect(archive.directory[0]).toMatchObject({
    system: 'unix',
    modified: { year: 2026 - 1980, month: 11, day: 23, hour: 4, minute: 40, second: 0 },
    unixMode: 0o100644,
    extra: [
      { type: 'timestamps', data: { times: Int32Array.of(Date.UTC(2026, 10, 23, 4, 40) / 1000) } },
      { type: 'unixOwner', data: { user: 0, group: 0 } },
    ],
  });
  expect(archive.files.map(({ layout }) => layout)).toEqual(['plain', 'plain', 'packed', 'plain']);
  expect(Buffer.from(dataOf(archive, 'short.txt')).toString()).toBe('stored\n');
  expect(Buffer.from(dataOf(archive, 'notes/fox.txt')).toString()).toBe(fox);
  expect(archive.rest).toEqual([]);
  expect(encodeZip(archive)).toEqual(pack);
});

test('decodes an archive written to a pipe, with a 64-bit data descriptor', () => {
  const archive = decodeZip(piped);
  expect(archive.files[0]).toMatchObject({
    flags: { streamed: true },
    content: { crc: 0, descriptor: { type: 'long', value: { signed: true } } },
  });
  expect(Buffer.from(dataOf(archive, '-')).toString()).toBe(fox);
  expect(encodeZip(archive)).toEqual(piped);
});

test('keeps redundant ZIP64 records between the directory and the end record', () => {
  const archive = decodeZip(streamed);
  // the 56-byte record and its 20-byte locator (4.3.14 and 4.3.15)
  expect(archive.rest).toEqual([{ offset: 147, bytes: streamed.slice(147, 147 + 56 + 20) }]);
  expect(archive.files[0]?.content.extra).toEqual([
    { type: 'zip64', data: { values: BigUint64Array.of(270n, 49n) } },
  ]);
  expect(encodeZip(archive)).toEqual(streamed);
  expect(() => withChange(archive, '-', { name: 'x' })).toThrow('ZIP64');
});

test('renames and replaces a file, and moves everything after it', () => {
  const renamed = withChange(decodeZip(pack), 'short.txt', { name: 'straße.txt' });
  const data = Buffer.from('longer than it was before\n');
  const again = decodeZip(encodeZip(withChange(renamed, 'straße.txt', { data })));
  expect(again.directory[0]).toMatchObject({ crc: crc32(data), size: 26, flags: { utf8: true } });
  expect(again.directory.map(({ offset }) => offset)).toEqual([0, 74 + 2 + 19, 138 + 2 + 19, 258 + 2 + 19]);
  expect(dataOf(again, 'straße.txt')).toEqual(new Uint8Array(data));
  expect(Buffer.from(dataOf(again, 'notes/fox.txt')).toString()).toBe(fox);
});

test('detects damage to stored data by its checksum', () => {
  const damaged = pack.slice();
  damaged[0x44] = (damaged[0x44] ?? 0) ^ 1; // in "stored"
  expect(() => decodeZip(damaged)).toThrow(/^files\[0\]\.content\.crc at byte 14 .*\(mismatch\)$/);
});

test('detects damage to deflated data when inflating it', () => {
  const damaged = pack.slice();
  damaged[0xd8] = (damaged[0xd8] ?? 0) ^ 1; // in notes/fox.txt
  expect(() => dataOf(decodeZip(damaged), 'notes/fox.txt')).toThrow();
});

test('decodes an empty archive, which is only an end record', () => {
  const nothing = Uint8Array.of(0x50, 0x4b, 5, 6, ...new Uint8Array(18));
  const archive = decodeZip(nothing);
  expect(archive).toEqual({
    end: { entries: 0, directorySize: 0, directoryOffset: 0, comment: '' },
    directory: [],
    files: [],
    rest: [],
  });
  expect(encodeZip(archive)).toEqual(nothing);
});

test('keeps bytes before an archive if offsets include them, and rejects them otherwise', () => {
  const program = Buffer.from('#!/bin/sh\n');
  const { end, directory, files } = decodeZip(pack);
  const moved = encodeZip({
    end: { ...end, directoryOffset: end.directoryOffset + program.length },
    directory: directory.map((entry) => ({ ...entry, offset: entry.offset + program.length })),
    files,
    rest: [{ offset: 0, bytes: program }],
  });
  expect(moved).toEqual(new Uint8Array(Buffer.concat([program, moved.subarray(program.length)])));
  expect(decodeZip(moved).rest).toEqual([{ offset: 0, bytes: new Uint8Array(program) }]);

  const glued = Buffer.concat([program, pack]);
  expect(() => decodeZip(glued)).toThrow(/^directory\[0\]\.signature at byte 626 .*\(wrong-constant\)$/);
  expect(decodeZip(glued.subarray(program.length))).toEqual(decodeZip(pack));
});

/** The archive with some bytes replaced at an offset. */
function patched(offset: number, bytes: readonly number[], archive = pack): Uint8Array {
  const copy = archive.slice();
  copy.set(bytes, offset);
  return copy;
}

const secondEntry = 626 + 46 + 9 + 24; // the first entry has a 9-byte name and 24 bytes of extra fields

test.each([
  [
    'two entries for one file',
    patched(secondEntry + 42, [0], patched(secondEntry + 20, [7])),
    /^files\[1\] .*\(overlap\)$/,
  ],
  [
    'an offset in a ZIP64 field',
    patched(secondEntry + 42, [255, 255, 255, 255]),
    /^directory\[1\]\.offset .*\(check-failed\)$/,
  ],
  [
    'a directory of which a ZIP64 record has the offset',
    patched(944 + 16, [255, 255, 255, 255]),
    /^end .*\(no-boundary\)$/,
  ],
  ['one of several disks', patched(944 + 4, [1]), /^end .*\(no-boundary\)$/],
  [
    'an extra field that does not fit',
    patched(30 + 9 + 2, [40]),
    /^files\[0\]\.content\.extra\[0\].*\(unexpected-end\)$/,
  ],
])('%s is refused', (_, bytes, message) => {
  expect(() => decodeZip(bytes)).toThrow(message);
});

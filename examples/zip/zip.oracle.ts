import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runOracle } from '../../scripts/lib/oracle.mjs';
import { withChange } from './archive.js';
import { decodeZip, encodeZip } from './generated/zip.js';

const read = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

const pack = read('pack.zip');

/** The archive with a new name, new data in a stored and in a deflated file, and a longer comment. */
function edited(): Uint8Array {
  let archive = withChange(decodeZip(pack), 'short.txt', {
    name: 'größer.txt',
    data: Buffer.from('more than was there\n'),
  });
  archive = withChange(archive, 'notes/fox.txt', { data: Buffer.from('jumped\n'.repeat(50)) });
  return encodeZip({ ...archive, end: { ...archive.end, comment: 'a comment that is longer than before' } });
}

const TESTZIP = 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())';
const READ = 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))';

test('unzip accepts an edited archive, and finds all checksums correct', () => {
  const verdict = runOracle('unzip', ['-t', 'FILE'], edited(), 'edited.zip');
  expect(verdict).toMatchObject({ code: 0 });
  expect(verdict.output).toContain('a comment that is longer than before');
  expect(verdict.output).toContain('No errors detected');
});

test('zipinfo shows the edit, and finds everything where it expects it', () => {
  const { code, output } = runOracle('zipinfo', ['-v', 'FILE'], edited(), 'edited.zip');
  expect(code).toBe(0);
  expect(output).toMatch(/^ {2}gr.+er\.txt$/m);
  expect(output).toMatch(/uncompressed size: +20 bytes/);
  expect(output).toMatch(/uncompressed size: +350 bytes/);
  expect(output).not.toMatch(/warning|error|extra bytes/i);
});

test("Python's zipfile reads the new data", () => {
  expect(runOracle('python3', ['-c', TESTZIP, 'FILE'], edited(), 'edited.zip')).toEqual({
    code: 0,
    output: 'None\n',
  });
  const stored = runOracle('python3', ['-c', READ, 'FILE', 'größer.txt'], edited(), 'edited.zip');
  expect(stored).toEqual({ code: 0, output: 'more than was there\n' });
  const deflated = runOracle('python3', ['-c', READ, 'FILE', 'notes/fox.txt'], edited(), 'edited.zip');
  expect(deflated).toEqual({ code: 0, output: 'jumped\n'.repeat(50) });
});

test('updates the data descriptor when a streamed file is edited', () => {
  const archive = withChange(decodeZip(read('piped.zip')), '-', {
    name: 'fox.txt',
    data: Buffer.from('short\n'),
  });
  expect(runOracle('unzip', ['-t', 'FILE'], encodeZip(archive), 'piped.zip')).toMatchObject({ code: 0 });
  const content = runOracle('python3', ['-c', READ, 'FILE', 'fox.txt'], encodeZip(archive), 'piped.zip');
  expect(content).toEqual({ code: 0, output: 'short\n' });
});

test('unzip rejects a wrong checksum, so it does check', () => {
  const archive = decodeZip(pack);
  const files = archive.files.map((file) =>
    file.layout === 'packed' ? { ...file, content: { ...file.content, crc: 1 } } : file,
  );
  const verdict = runOracle('unzip', ['-t', 'FILE'], encodeZip({ ...archive, files }), 'wrong.zip');
  expect(verdict.output).toContain('bad CRC');
});

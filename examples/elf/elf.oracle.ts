import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runOracle } from '../../scripts/lib/oracle.mjs';
import { decodeElf, encodeElf } from './generated/elf.js';
import { contentOf, withContent } from './sections.js';

const program = new Uint8Array(readFileSync(new URL('fixtures/tiny-static', import.meta.url)));

/** The program with a different comment, entry point, segment flags and section type. */
function edited(): Uint8Array {
  const elf = decodeElf(program);
  const comment = Uint8Array.from(contentOf(elf, '.comment') ?? []);
  comment.set(Buffer.from('edited by bytewright'));
  const { body } = withContent(elf, '.comment', comment);
  return encodeElf({
    ...elf,
    body: {
      ...body,
      entry: 0x4000f0n,
      programHeaders: body.programHeaders.map((header, index) =>
        index === 2 ? { ...header, flags: { ...header.flags, execute: true } } : header,
      ),
      sectionHeaders: body.sectionHeaders.map((header, index) =>
        index === 2 ? { ...header, flags: { ...header.flags, write: true } } : header,
      ),
    },
  });
}

test('readelf shows the edits, and prints no warnings', () => {
  const { code, output } = runOracle(
    'readelf',
    ['-hSl', '--wide', '-p', '.comment', 'FILE'],
    edited(),
    'edited',
  );
  expect(code).toBe(0);
  expect(output).not.toMatch(/warning|error/i);
  expect(output).toMatch(/Entry point address:\s+0x4000f0/);
  expect(output).toMatch(/GNU_STACK .* RWE 0x10/);
  expect(output).toMatch(/\.eh_frame\s+PROGBITS\s+\w+ \w+ \w+ 00\s+WA/);
  expect(output).toContain('edited by bytewright');
});

test('readelf reads the same file in the other byte order', () => {
  const turned = encodeElf({ ...decodeElf(program), byteOrder: 'big' });
  const { output } = runOracle('readelf', ['-h', 'FILE'], turned, 'turned');
  expect(output).toContain("2's complement, big endian");
  expect(output).toMatch(/Entry point address:\s+0x4000e8/);
});

test('readelf reports a table beyond the end of the file, so it does check', () => {
  const { body, ...elf } = decodeElf(program);
  const wrong = encodeElf({ ...elf, body });
  wrong[0x29] = 0xff; // in the offset of the section headers
  expect(runOracle('readelf', ['-hS', 'FILE'], wrong, 'wrong').output).toMatch(/Error|Warning/);
});

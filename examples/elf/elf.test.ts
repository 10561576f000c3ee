import { readFileSync } from 'node:fs';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { describe, expect, test } from 'vitest';
import { budget } from '../../test/budget.js';
import { Elf } from './elf.js';
import { decodeElf, encodeElf, sizeOfElf } from './generated/elf.js';
import { contentOf, sectionNames, withContent } from './sections.js';

const read = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const program = read('tiny-static');
const object = read('tiny.o');

const runs = budget({ everyDay: 30, deep: 2000 });

laws(Elf, { decode: decodeElf, encode: encodeElf, sizeOf: sizeOfElf }, { runs, samples: [program, object] });

describe('a program built with gcc', () => {
  const elf = decodeElf(program);

  test('is reproduced', () => {
    expect(encodeElf(elf)).toEqual(program);
  });

  // the output of `readelf -hSl --wide`
  test('has the header that readelf shows', () => {
    expect(elf).toMatchObject({
      byteOrder: 'little',
      abi: 'systemV',
      body: {
        type: 'executable',
        machine: 'x86',
        entry: 0x4000e8n,
        programHeadersOffset: 64,
        sectionHeadersOffset: 664,
        headerSize: 64,
        sectionNames: 7,
      },
    });
  });

  test('has the sections that readelf shows', () => {
    const { sectionHeaders } = elf.body;
    const names = ['', '.text', '.eh_frame', '.bss', '.comment', '.symtab', '.strtab', '.shstrtab'];
    expect(sectionNames(elf)).toEqual(names);
    expect(sectionHeaders.map(({ offset, size }) => [offset, size])).toEqual([
      [0, 0],
      [0xe8, 0x14],
      [0x100, 0x40],
      [0x1000, 8],
      [0x140, 0x27],
      [0x168, 0xc0],
      [0x228, 0x31],
      [0x259, 0x39],
    ]);
    expect(sectionHeaders[1]).toMatchObject({
      type: 'programData',
      flags: { allocate: true, execute: true, write: false },
    });
    expect(contentOf(elf, '.bss')).toBeUndefined();
    expect(contentOf(elf, '.comment')).toHaveLength(0x27);
  });

  test('has the segments that readelf shows', () => {
    const { programHeaders } = elf.body;
    expect(programHeaders.map(({ type }) => type)).toEqual(['load', 'load', 'stack']);
    expect(programHeaders[0]).toMatchObject({
      flags: { read: true, write: false, execute: true },
      virtualAddress: 0x400000n,
      fileSize: 0x140,
      alignment: 0x1000n,
    });
  });
});

test('an object file, which has no segments, is reproduced', () => {
  const elf = decodeElf(object);
  expect(elf.body).toMatchObject({ type: 'relocatable', programHeaders: [] });
  expect(encodeElf(elf)).toEqual(object);
});

test('replacing machine code in place changes no other byte', () => {
  const elf = decodeElf(program);
  const code = Uint8Array.from(contentOf(elf, '.text') ?? []);
  code[0] = 0xc3;
  const edited = encodeElf(withContent(elf, '.text', code));
  const changed = [...program.keys()].filter((at) => edited[at] !== program[at]);
  expect(changed).toEqual([0xe8]);
});

test('writes a section at its new offset, and rejects the value until the bytes left behind are kept', () => {
  const elf = decodeElf(program);
  const sectionHeaders = elf.body.sectionHeaders.map((header, index) =>
    index === 4 ? { ...header, offset: 0x1000 } : header,
  );
  expect(() => encodeElf({ ...elf, body: { ...elf.body, sectionHeaders } })).toThrow(
    expect.objectContaining({ code: 'unclaimed-bytes' }),
  );
});

test('swaps the bytes of all numbers for the other byte order', () => {
  const turned = encodeElf({ ...decodeElf(program), byteOrder: 'big' });
  expect(turned.subarray(16, 24)).toEqual(Uint8Array.of(0, 2, 0, 62, 0, 0, 0, 1));
  expect(decodeElf(turned).body.entry).toBe(0x4000e8n);
});

import type { Elf, SectionHeader } from '../../../examples/elf/generated/elf.js';
import { randomNumbers } from '../measuring/random-numbers.js';

/** An object file of so many sections, always the same one, as `-ffunction-sections` makes them: each is aligned to 16. */
export function objectFileOf(count: number): Elf {
  const random = randomNumbers(3);
  const headers: SectionHeader[] = [headerOf({ type: 'unused', offset: 0, size: 0, name: 0 })];
  const contents: (Uint8Array | undefined)[] = [undefined];
  const rest: Elf['body']['rest'] = [];
  let offset = 64;
  const pad = (): void => {
    const size = -offset & 15;
    if (size > 0) rest.push({ offset: offset - 16, bytes: new Uint8Array(size) });
    offset += size;
  };
  for (let index = 1; index < count; index++) {
    const content = Uint8Array.from({ length: 100 + (random() % 900) }, random);
    headers.push(headerOf({ type: 'programData', offset, size: content.length, name: index * 8 }));
    contents.push(content);
    offset += content.length;
    pad();
  }
  return {
    byteOrder: 'little',
    abi: 'systemV',
    abiVersion: 0,
    reserved: undefined,
    body: {
      type: 'relocatable',
      machine: 'x86',
      entry: 0n,
      programHeadersOffset: 0,
      sectionHeadersOffset: offset,
      flags: 0,
      headerSize: 64,
      programHeaderSize: 0,
      sectionHeaderSize: 64,
      sectionNames: 0,
      programHeaders: [],
      sectionHeaders: headers,
      contents,
      rest,
    },
  };
}

function headerOf(fields: Pick<SectionHeader, 'name' | 'type' | 'offset' | 'size'>): SectionHeader {
  const { name, type, offset, size } = fields;
  const isCode = type === 'programData';
  return {
    name,
    type,
    flags: {
      write: false,
      allocate: isCode,
      execute: isCode,
      merge: false,
      strings: false,
      infoLink: false,
      linkOrder: false,
      group: false,
      threadLocal: false,
      unknown: 0n,
    },
    address: 0n,
    offset,
    size,
    link: 0,
    info: 0,
    alignment: 16n,
    entrySize: 0n,
  };
}

import type { Example } from '../example.js';

const bytesOf = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);

const elf = `
  7f 45 4c 46  magic
  0b 00        sectionOffset: 11
  02           sectionCount
  68 69        contents[0], at 7
  00 ff        rest[0], from 9 to 11
`;

export const examples: readonly Example[] = [
  {
    struct: 'MiniElf',
    bytes: `${elf}
      01                       sections[0].kind, at 11
      07 00 00 00 00 00 00 00  offset: 7
      02 00                    size: 2
      08                       sections[1].kind: no bytes in the file
      ff ff ff ff ff ff ff ff  offset, which nobody looks at
      ff ff                    size
      2a                       rest[1], from 33 to the end`,
    value: {
      sectionOffset: 11,
      sections: [
        { kind: 1, offset: 7n, size: 2 },
        { kind: 8, offset: 0xffffffffffffffffn, size: 0xffff },
      ],
      contents: [bytesOf(0x68, 0x69), undefined],
      rest: [
        { offset: 9, bytes: bytesOf(0, 0xff) },
        { offset: 33, bytes: bytesOf(0x2a) },
      ],
    },
  },
  {
    struct: 'MiniElf',
    bytes: `
      7f 45 4c 46  magic
      07 00        sectionOffset: 7, right behind
      00           sectionCount: none`,
    value: { sectionOffset: 7, sections: [], contents: [], rest: [] },
  },
  {
    struct: 'MiniElf',
    bytes: `${elf}
      01                       sections[0].kind
      06 00 00 00 00 00 00 00  offset: 6, which is the count
      02 00                    size: 2
      01 06 00 00 00 00 00 00 00 00 00  sections[1], nothing at 6`,
    error: 'overlap at 6 in contents[0]',
  },
  {
    struct: 'MiniElf',
    bytes: `${elf}
      01 22 00 00 00 00 00 00 00 00 00  sections[0], at 34: one behind the end
      08 00 00 00 00 00 00 00 00 00 00  sections[1]`,
    error: 'invalid-value at 0 in contents[0]',
  },
  {
    struct: 'MiniElf',
    bytes: `${elf}
      01 20 00 00 00 00 00 00 00 02 00  sections[0], of two bytes at 32
      08 00 00 00 00 00 00 00 00 00 00  sections[1], to 33`,
    error: 'unexpected-end at 32 in contents[0]',
  },
  {
    struct: 'MiniZip',
    bytes: `
      99              between[0]
      50 4b 03 04     files[0].signature, at 1
      01 61           name: "a"
      68 69           data, as much as the entry says
      50 4b 01 02     entries[0].signature, at 9
      02 00           size: 2
      01 00           offset: 1
      01 61           name: "a"
      50 4b 05 06     end.signature, at 19
      01              entryCount
      09 00           entriesOffset: 9
      04 00           the comment's length
      50 4b 05 06     comment: what looks like another end`,
    value: {
      end: { entryCount: 1, entriesOffset: 9, comment: 'PK\x05\x06' },
      entries: [{ size: 2, offset: 1, name: 'a' }],
      files: [{ name: 'a', data: bytesOf(0x68, 0x69) }],
      between: [{ offset: 0, bytes: bytesOf(0x99) }],
    },
  },
  {
    struct: 'MiniZip',
    bytes: `50 4b 05 06 00 00 00 01 00  an end record whose comment is cut off`,
    error: 'no-boundary at 0 in end',
  },
  {
    struct: 'StringTable',
    bytes: `
      02        count
      08 06     offsets
      0a        noteOffset: 10
      02        noteSize
      07        flags, which go on here
      01 61     texts[1], at 6
      01 62     texts[0], at 8
      68 69     note, at 10
      00 00 00 00  nothing holds these
      01 02     version, at 16`,
    error: 'unclaimed-bytes at 12',
  },
  {
    struct: 'StringTable',
    bytes: `
      02           count
      08 06        offsets
      0c           noteOffset: 12
      04           noteSize
      07           flags, which go on here
      01 61        texts[1], at 6
      03 62 63 64  texts[0], at 8
      68 69 6a 6b  note, at 12
      01 02        version, at 16`,
    value: {
      offsets: bytesOf(8, 6),
      texts: ['bcd', 'a'],
      noteOffset: 12,
      note: 'hijk',
      flags: 7,
      version: 0x0102,
    },
  },
  {
    struct: 'Bundle',
    bytes: `
      08              first, of 8 bytes
      7f 45 4c 46     magic
      07 00           sectionOffset: 7 from here
      00              sectionCount
      aa              rest[0]
      08              second, of 8 bytes
      02              offset: 2 from here
      bb              rest[0]
      01 41           body: "A"
      07 00 00 00     trailer`,
    value: {
      first: { sectionOffset: 7, sections: [], contents: [], rest: [{ offset: 7, bytes: bytesOf(0xaa) }] },
      second: { offset: 2, body: 'A', trailer: 7, rest: [{ offset: 1, bytes: bytesOf(0xbb) }] },
    },
  },
];

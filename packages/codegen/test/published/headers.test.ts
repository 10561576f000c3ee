import type { Node } from '@bytewright/schema-dsl';
import {
  bit,
  bool,
  byteLength,
  bytes,
  crc32,
  derived,
  i32le,
  internetChecksum,
  list,
  literal,
  offsetOf,
  padding,
  prefix,
  span,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u16le,
  u32be,
  u32le,
  u64le,
  ubits,
} from '@bytewright/schema-dsl';
import { afterAll, expect, test } from 'vitest';
import { Codecs } from '../differential/codecs.js';
import { Workshop } from '../differential/generate-code.js';
import { readDrawnBytes } from '../drawn/drawn-bytes.js';

// Bytes that others published, with the values that they publish for them: neither was made by this project.

const workshop = new Workshop();
afterAll(() => workshop.remove());

async function agrees(schema: Node<unknown>, drawn: string, value: unknown): Promise<void> {
  const codecs = new Codecs(schema, await workshop.load([schema]));
  const bytes = readDrawnBytes(drawn);
  expect(codecs.decode(bytes)).toEqual({ value });
  expect(codecs.encodeAndBack(value)).toEqual({ value: bytes });
}

/** W3C, Portable Network Graphics (Third Edition), 5.2 signature, 5.3 chunk layout, 11.2.1 IHDR, 11.2.4 IEND. */
test('PNG: signature, IHDR of a picture of one pixel, IEND', async () => {
  const Header = struct('PngHeader', {
    signature: literal(bytes(), '89504e470d0a1a0a'),
    length: literal(u32be, 13),
    type: literal(string(), 'IHDR'),
    width: u32be,
    height: u32be,
    bitDepth: u8,
    colourType: u8,
    compression: literal(u8, 0),
    filter: literal(u8, 0),
    interlace: bool,
    crc: derived(u32be),
    endLength: literal(u32be, 0),
    endType: literal(string(), 'IEND'),
    endCrc: derived(u32be),
  }).where(($) => [
    $.crc.is(crc32(span($.type, $.interlace))),
    $.endCrc.is(crc32(span($.endType, $.endType))),
  ]);
  const drawn = `
    89 50 4e 47 0d 0a 1a 0a  signature
    00 00 00 0d              length of IHDR
    49 48 44 52              IHDR
    00 00 00 01              width
    00 00 00 01              height
    08 06 00 00 00           bit depth, truecolour with alpha, compression, filter, interlace
    1f 15 c4 89              CRC
    00 00 00 00              length of IEND
    49 45 4e 44              IEND
    ae 42 60 82              CRC`;
  await agrees(Header, drawn, { width: 1, height: 1, bitDepth: 8, colourType: 6, interlace: false });
});

/** RFC 1952, 2.3: the member that gzip makes of an empty file under Unix; the deflated part is RFC 1951's empty final block. */
test('gzip: an empty member', async () => {
  const Member = struct('GzipMember', {
    id: literal(bytes(), '1f8b'),
    method: literal(u8, 8),
    flags: u8,
    modified: u32le,
    extraFlags: u8,
    system: u8,
    deflated: bytes(toEnd),
    crc: u32le,
    size: u32le,
  });
  const drawn = `
    1f 8b        ID1, ID2
    08           CM: deflate
    00           FLG
    00 00 00 00  MTIME: none
    00           XFL
    03           OS: Unix
    03 00        an empty final block with fixed codes
    00 00 00 00  CRC32 of nothing
    00 00 00 00  ISIZE`;
  await agrees(Member, drawn, {
    flags: 0,
    modified: 0,
    extraFlags: 0,
    system: 3,
    deflated: Uint8Array.of(3, 0),
    crc: 0,
    size: 0,
  });
});

/** PKWARE, APPNOTE.TXT 6.3.10, 4.3.16: an empty archive is an end of central directory record alone. */
test('ZIP: an empty archive', async () => {
  const End = struct('ZipEnd', {
    signature: literal(u32le, 0x06054b50),
    disk: u16le,
    directoryDisk: u16le,
    entriesHere: u16le,
    entries: u16le,
    directorySize: u32le,
    directoryOffset: u32le,
    comment: string(prefix(u16le)),
  });
  const drawn = `
    50 4b 05 06  signature
    00 00 00 00  number of this disk, disk of the directory
    00 00 00 00  entries on this disk, entries
    00 00 00 00  size of the directory
    00 00 00 00  offset of the directory
    00 00        length of the comment`;
  const none = {
    disk: 0,
    directoryDisk: 0,
    entriesHere: 0,
    entries: 0,
    directorySize: 0,
    directoryOffset: 0,
  };
  await agrees(End, drawn, { ...none, comment: '' });
});

/** "WAVE PCM soundfile format", soundfile.sapp.org, the example of the first 72 bytes; RIFF by Microsoft and IBM, 1991. */
test('WAV: the header of 22050 Hz, stereo, 16 bits', async () => {
  const Wave = struct('WaveHeader', {
    riff: literal(string(), 'RIFF'),
    size: u32le,
    wave: literal(string(), 'WAVE'),
    fmt: literal(string(), 'fmt '),
    fmtSize: literal(u32le, 16),
    format: u16le,
    channels: u16le,
    sampleRate: u32le,
    byteRate: derived(u32le),
    blockAlign: derived(u16le),
    bitsPerSample: u16le,
    data: literal(string(), 'data'),
    dataSize: u32le,
  }).where(($) => [
    $.byteRate.is($.sampleRate.times($.channels).times($.bitsPerSample).div(8)),
    $.blockAlign.is($.channels.times($.bitsPerSample).div(8)),
  ]);
  const drawn = `
    52 49 46 46  "RIFF"
    24 08 00 00  chunk size 2084
    57 41 56 45  "WAVE"
    66 6d 74 20  "fmt "
    10 00 00 00  subchunk size 16
    01 00        audio format 1
    02 00        channels 2
    22 56 00 00  sample rate 22050
    88 58 01 00  byte rate 88200
    04 00        block align 4
    10 00        bits per sample 16
    64 61 74 61  "data"
    00 08 00 00  subchunk size 2048`;
  await agrees(Wave, drawn, {
    size: 2084,
    format: 1,
    channels: 2,
    sampleRate: 22050,
    bitsPerSample: 16,
    dataSize: 2048,
  });
});

/** Wikipedia, "BMP file format", Example 1: two by two pixels of 24 bits, BITMAPINFOHEADER. */
test('BMP: two by two pixels', async () => {
  const Bitmap = struct('Bitmap', {
    magic: literal(string(), 'BM'),
    size: derived(u32le),
    unused: padding(4),
    pixelOffset: derived(u32le),
    headerSize: literal(u32le, 40),
    width: i32le,
    height: i32le,
    planes: literal(u16le, 1),
    bitsPerPixel: u16le,
    compression: literal(u32le, 0),
    imageSize: derived(u32le),
    horizontal: i32le.unit('pixels/m'),
    vertical: i32le.unit('pixels/m'),
    colours: u32le,
    importantColours: u32le,
    pixels: bytes(),
  }).where(($) => [
    $.imageSize.is(byteLength($.pixels)),
    $.size.is(byteLength($.pixels).plus(54)),
    $.pixelOffset.is(offsetOf($.pixels)),
  ]);
  const drawn = `
    42 4d                    "BM"
    46 00 00 00              size 70
    00 00 00 00              unused
    36 00 00 00              offset of the pixels 54
    28 00 00 00              size of the DIB header 40
    02 00 00 00              width
    02 00 00 00              height
    01 00                    planes
    18 00                    bits per pixel 24
    00 00 00 00              BI_RGB
    10 00 00 00              size of the pixels 16
    13 0b 00 00              2835 pixels a metre
    13 0b 00 00              2835 pixels a metre
    00 00 00 00              colours in the palette
    00 00 00 00              important colours
    00 00 ff ff ff ff 00 00  red, white, padding
    ff 00 00 00 ff 00 00 00  blue, green, padding`;
  await agrees(Bitmap, drawn, {
    width: 2,
    height: 2,
    bitsPerPixel: 24,
    horizontal: 2835,
    vertical: 2835,
    colours: 0,
    importantColours: 0,
    pixels: Uint8Array.of(0, 0, 255, 255, 255, 255, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0),
  });
});

/** "ELF-64 Object File Format" 1.5, figures 2 and 3; System V ABI, AMD64 supplement, 4.1: EM_X86_64 is 62. */
test('ELF: the header of a 64-bit executable', async () => {
  const Header = struct('ElfHeader', {
    magic: literal(bytes(), '7f454c46'),
    class: literal(u8, 2),
    data: literal(u8, 1),
    version: literal(u8, 1),
    abi: u8,
    abiVersion: u8,
    unused: padding(7),
    type: u16le,
    machine: u16le,
    objectVersion: literal(u32le, 1),
    entry: u64le,
    programHeaders: u64le,
    sectionHeaders: u64le,
    flags: u32le,
    headerSize: literal(u16le, 64),
    programHeaderSize: u16le,
    programHeaderCount: u16le,
    sectionHeaderSize: u16le,
    sectionHeaderCount: u16le,
    names: u16le,
  });
  const drawn = `
    7f 45 4c 46              EI_MAG
    02 01 01                 ELFCLASS64, ELFDATA2LSB, EV_CURRENT
    00 00                    EI_OSABI, EI_ABIVERSION
    00 00 00 00 00 00 00     EI_PAD
    02 00                    e_type: ET_EXEC
    3e 00                    e_machine: EM_X86_64
    01 00 00 00              e_version
    78 00 40 00 00 00 00 00  e_entry
    40 00 00 00 00 00 00 00  e_phoff: behind this header
    00 00 00 00 00 00 00 00  e_shoff: none
    00 00 00 00              e_flags
    40 00                    e_ehsize 64
    38 00                    e_phentsize 56
    01 00                    e_phnum
    40 00                    e_shentsize 64
    00 00                    e_shnum
    00 00                    e_shstrndx`;
  await agrees(Header, drawn, {
    abi: 0,
    abiVersion: 0,
    type: 2,
    machine: 62,
    entry: 0x400078n,
    programHeaders: 64n,
    sectionHeaders: 0n,
    flags: 0,
    programHeaderSize: 56,
    programHeaderCount: 1,
    sectionHeaderSize: 64,
    sectionHeaderCount: 0,
    names: 0,
  });
});

/** Wikipedia, "Internet checksum": the IPv4 header whose checksum is worked out there to b861; RFC 791, 3.1; RFC 1071. */
test('IPv4: a header with its checksum', async () => {
  const Header = struct('Ipv4Header', {
    version: literal(ubits(4), 4),
    words: derived(ubits(4)),
    service: u8,
    totalLength: u16be,
    identification: u16be,
    reserved: bit,
    dontFragment: bit,
    moreFragments: bit,
    offset: ubits(13),
    timeToLive: u8,
    protocol: u8,
    checksum: derived(u16be),
    source: list(u8, 4),
    destination: list(u8, 4),
    options: bytes(),
  }).where(($) => [
    $.words.is(byteLength($.options).div(4).plus(5)),
    $.checksum.is(internetChecksum(span($.version, $.options))),
  ]);
  const drawn = `
    45 00        version 4, header of five words
    00 73        total length
    00 00        identification
    40 00        don't fragment
    40 11        time to live 64, UDP
    b8 61        checksum
    c0 a8 00 01  192.168.0.1
    c0 a8 00 c7  192.168.0.199`;
  await agrees(Header, drawn, {
    service: 0,
    totalLength: 115,
    identification: 0,
    reserved: false,
    dontFragment: true,
    moreFragments: false,
    offset: 0,
    timeToLive: 64,
    protocol: 17,
    source: Uint8Array.of(192, 168, 0, 1),
    destination: Uint8Array.of(192, 168, 0, 199),
    options: new Uint8Array(0),
  });
});

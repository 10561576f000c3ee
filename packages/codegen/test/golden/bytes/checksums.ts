import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  // the end of every PNG file
  { struct: 'PngChunk', bytes: `00 00 00 00  length\n49 45 4e 44  type\nae 42 60 82  crc`, value: { type: 'IEND', body: new Uint8Array(0) } },
  { struct: 'PngChunk', bytes: `00 00 00 00  length\n49 45 4e 44  type\nae 42 60 83  crc`, error: 'mismatch at 8 in crc' },
  { struct: 'PngChunk', bytes: `00 00 00 00  length\n49 45 4e 45  type\nae 42 60 82  crc`, error: 'mismatch at 8 in crc' },
  { struct: 'PngChunk', bytes: `00 00 00 00  length\n49 45 4e 44  type\nae 42 60  crc, too short`, error: 'unexpected-end at 8 in crc' },
  // a published header
  {
    struct: 'Ipv4Header',
    bytes: `45  version and length
00  service
00 73  total length
00 00  identification
40 00  fragment
40  time to live
11  protocol
b8 61  checksum
c0 a8 00 01  source
c0 a8 00 c7  destination`,
    value: { service: 0, totalLength: 0x73, identification: 0, fragment: 0x4000, timeToLive: 64, protocol: 17, source: 0xc0a80001, destination: 0xc0a800c7 },
  },
  {
    struct: 'Ipv4Header',
    bytes: `45  version and length
00  service
00 73  total length
00 00  identification
40 00  fragment
40  time to live
11  protocol
b8 61  checksum
c0 a8 00 01  source
c0 a8 00 c6  destination`,
    error: 'mismatch at 10 in checksum',
  },
  // 0a00 + 0001 + 0a00 + 0002 + 0011 + 000a, and 0001 + 0002 + 000a + 6869, is 7c94; its complement is 836b
  {
    struct: 'Packet',
    bytes: `0a 00 00 01  from
0a 00 00 02  to
00 01  source port
00 02  destination port
00 0a  length
83 6b  checksum
68 69  data`,
    value: { from: 0x0a000001, to: 0x0a000002, datagram: { sourcePort: 1, destinationPort: 2, data: Uint8Array.of(0x68, 0x69) } },
  },
  {
    struct: 'Packet',
    bytes: `0a 00 00 01  from
0a 00 00 03  to another one
00 01  source port
00 02  destination port
00 0a  length
83 6b  checksum
68 69  data`,
    error: 'mismatch at 14 in datagram.checksum',
  },
  // 61 + 62 + 63 + 64, eight times 20, and 07 is 657: 1221 in octal
  { struct: 'Entry', bytes: `61 62 63 64  name\n30 30 31 32 32 31 00 20  sum\n07  kind`, value: { name: 'abcd', kind: 7 } },
  { struct: 'Entry', bytes: `61 62 63 64  name\n30 30 31 32 32 31 20 00  sum\n07  kind`, error: 'mismatch at 4 in sum' },
  // Adler-32 of "a" and the byte 00: low 1 + 61 = 62, high 62 + 62 = c4; CRC-32 by zlib
  { struct: 'Nested', bytes: `00  checksums\n00 c4 00 62  adler32\nff  skipped\n61  text\n97 22 3b 63  crc`, value: { checksums: 0, skipped: 255, text: 'a' } },
  { struct: 'Nested', bytes: `00  checksums\n00 c4 00 63  adler32\nff  skipped\n61  text\n00 00 00 00  crc`, error: 'mismatch at 1 in adler32' },
  // what `printf hello | gzip -n` would be without compression; CRC-32 of "hello" is 3610a686
  {
    struct: 'StoredGzip',
    bytes: `1f 8b  magic
08  method
00  flags
00 00 00 00  time
00  extra
ff  system
01  final, stored
05 00  length
fa ff  complement
68 65 6c 6c 6f  data
86 a6 10 36  crc
05 00 00 00  size`,
    value: { time: 0, extra: 0, system: 255, data: Uint8Array.of(0x68, 0x65, 0x6c, 0x6c, 0x6f) },
  },
  { struct: 'Either', bytes: `00 00 00 00  length\n49 45 4e 44  type\nae 42 60 82  crc`, value: { content: { type: 'checked', value: { type: 'IEND', body: new Uint8Array(0) } } } },
  {
    struct: 'Either',
    bytes: `00 00 00 00 49 45 4e 44 ae 42 60 83  plain, as the checksum is wrong`,
    value: { content: { type: 'plain', value: Uint8Array.of(0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x83) } },
  },
];

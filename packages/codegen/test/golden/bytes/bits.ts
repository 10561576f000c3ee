import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    // the header that Wikipedia's article on the IPv4 checksum works through
    struct: 'IPv4Header',
    bytes: `
      45           version 4, header of 5 words
      00           dscp, ecn
      00 73        totalLength
      00 00        identification
      40 00        flags: not to be fragmented; fragmentOffset 0
      40           timeToLive
      11           protocol: UDP
      b8 61        checksum
      c0 a8 00 01  source 192.168.0.1
      c0 a8 00 c7  destination 192.168.0.199`,
    value: {
      dscp: 0,
      ecn: 0,
      totalLength: 115,
      identification: 0,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: 64,
      protocol: 17,
      checksum: 0xb861,
      source: 0xc0a80001,
      destination: 0xc0a800c7,
      options: new Uint8Array(0),
    },
  },
  {
    struct: 'IPv4Header',
    bytes: `
      46           6 words, so 4 bytes of options
      b9           dscp 46 (expedited forwarding), ecn 1
      00 18        totalLength
      12 34        identification
      3f ff        more fragments; offset 0x1fff
      01           timeToLive
      02           protocol: IGMP
      00 00        checksum
      00 00 00 00  source
      e0 00 00 16  destination
      94 04 00 00  options: router alert, RFC 2113`,
    value: {
      dscp: 46,
      ecn: 1,
      totalLength: 24,
      identification: 0x1234,
      dontFragment: false,
      moreFragments: true,
      fragmentOffset: 0x1fff,
      timeToLive: 1,
      protocol: 2,
      checksum: 0,
      source: 0,
      destination: 0xe0000016,
      options: Uint8Array.of(0x94, 4, 0, 0),
    },
  },
  { struct: 'IPv4Header', bytes: `65  version 6`, error: 'unexpected-end at 0 in version' },
  { struct: 'IPv4Header', bytes: `65 00  version 6`, error: 'wrong-constant at 0 in version' },
  {
    struct: 'IPv4Header',
    bytes: `45 00 00 14 00 00  up to identification\nc0 00              the evil bit of RFC 3514`,
    error: 'wrong-constant at 6 in reserved',
  },
  {
    struct: 'IPv4Header',
    bytes: `
      44           4 words are less than the header has
      00 00 14 00 00 00 00 40 11 00 00 00 00 00 00 00 00 00 00  the other fields`,
    error: 'invalid-value at 20 in options',
  },
  {
    struct: 'TcpHeader',
    bytes: `
      c0 00        sourcePort
      00 50        destinationPort
      00 00 00 01  sequence
      00 00 00 00  acknowledgment
      60           6 words
      02           syn
      ff ff        window
      00 00        checksum
      00 00        urgentPointer
      02 04 05 b4  options: segments of 1460 bytes at most`,
    value: {
      sourcePort: 49152,
      destinationPort: 80,
      sequence: 1,
      acknowledgment: 0,
      reserved: 0,
      cwr: false,
      ece: false,
      urg: false,
      ack: false,
      psh: false,
      rst: false,
      syn: true,
      fin: false,
      window: 65535,
      checksum: 0,
      urgentPointer: 0,
      options: Uint8Array.of(2, 4, 5, 0xb4),
    },
  },
  {
    struct: 'TransportPacketHeader',
    bytes: `47        sync\n40 11 10  a payload begins, packet id 17, payload only, counter 0`,
    value: {
      error: false,
      start: true,
      priority: false,
      pid: 0x11,
      scrambling: 0,
      adaptation: 1,
      continuity: 0,
    },
  },
  {
    struct: 'TransportPacketHeader',
    bytes: `47        sync\n40 11 00  neither adaptation field nor payload`,
    error: 'check-failed at 3 in adaptation',
  },
  {
    struct: 'TransportPacketHeader',
    bytes: `47        sync\n40 11  a byte too few`,
    error: 'unexpected-end at 1 in error',
  },
  {
    // 1.4 seconds at 90 kHz, 126000, with which ffmpeg begins its streams: 0 << 30 | 3 << 15 | 27696
    struct: 'TimeStamp',
    bytes: `21 00 07 d8 61  2, 000, 1, 3, 1, 27696, 1`,
    value: { high: 0, middle: 3, low: 27696 },
  },
  { struct: 'TimeStamp', bytes: `21 00 06 d8 61  the second marker is 0`, error: 'wrong-constant at 2 in marker2' },
  {
    struct: 'StreamInfo',
    bytes: `0a c4 42 f1 23 45 67 89  44100 Hz in 20 bits, 001, 01111, and 36 bits`,
    value: { sampleRate: 44100, channels: 1, bitsPerSample: 15, samples: 0x123456789 },
  },
  {
    struct: 'ScreenFlags',
    bytes: `91  1, 001, 0, 001`,
    value: { hasColorTable: true, colorResolution: 1, isSorted: false, colorTableSize: 1 },
  },
  { struct: 'LowFirst', bytes: `34 12  the word 0x1234 from below`, value: { kind: 4, rest: 0x123 } },
  { struct: 'HighFirst', bytes: `34 12  the word 0x1234 from above`, value: { kind: 1, rest: 0x234 } },
  {
    struct: 'BigLowFirst',
    bytes: `12 34 56 78  from below: 11000, 1, 0 1101 0001 0101 1001, 0 0010 0100`,
    value: { a: -8, b: true, c: 0xd159, d: 0x24 },
  },
  {
    struct: 'BitWords',
    bytes: `
      56 34 12 fd              three: 111111, 01, 123456 from above
      85 ff ff ff ff ff ff 03  wide: from below 0000101, fifty ones, 1, 000000
      f5 ff 7f                 from below 101, 1…10 of 18 bits, 011
      2a                       byte
      ff ff fe                 d
      01 23 45 67 89 ab cd ef  e
      ff ff ff ff ff           f
      00 00 00 00 00 00 00 1f  g is 1 in 60 bits, then 1 and 111
      ca fe                    j
      ff fe                    k
      de ad be ef              l
      ff ff ff ff              m
      80                       n
      80 00 00 01              o is 10, p is 1 in 30 bits`,
    value: {
      three: { a: 63, c: 0x123456 },
      wide: { a: 5, b: -1n, c: true, d: 0 },
      a: 5,
      b: -2,
      c: 3,
      byte: 42,
      d: -2,
      e: 0x0123456789abcdefn,
      f: -1,
      h: true,
      i: -1,
      k: -2,
      l: 0xdeadbeef,
      m: -1,
      n: -128,
      o: -2,
      p: 1,
    },
  },
  {
    struct: 'BitWords',
    bytes: `56 34 12 fc  three: the two constant bits are 00, in the last byte of the word`,
    error: 'wrong-constant at 3 in three.b',
  },
  {
    struct: 'Pixel',
    bytes: `
      40 44     space 1, depth 00000001000, opaque, zero
      01 02 03  samples of rgb`,
    value: {
      space: 'rgb',
      depth: 'eight',
      isOpaque: true,
      samples: { type: 'rgb', value: Uint8Array.of(1, 2, 3) },
    },
  },
  {
    struct: 'Pixel',
    bytes: `
      c0 08  space 3, depth 1, not opaque, zero
      01 02  samples that have no arm`,
    value: { space: 'indexed', depth: 1, isOpaque: false, samples: { type: undefined, value: 0x0102 } },
  },
  { struct: 'Pixel', bytes: `80 00  there is no space 2`, error: 'invalid-value at 0 in space' },
  {
    struct: 'FlaggedFrame',
    bytes: `
      a2     a note; kind 1; 2 bytes of content
      00     flags
      05     note
      0a 0b  body: a pair
      c0 c1  content
      01     one stamp
      34 12  the stamp`,
    value: {
      hasNote: true,
      kind: 1,
      flags: { hasColorTable: false, colorResolution: 0, isSorted: false, colorTableSize: 0 },
      note: 5,
      body: { type: 'pair', value: Uint8Array.of(10, 11) },
      content: Uint8Array.of(0xc0, 0xc1),
      stamps: [{ kind: 4, rest: 0x123 }],
    },
  },
  { struct: 'FlaggedFrame', bytes: `a2  and nothing behind`, error: 'unexpected-end at 1 in flags.hasColorTable' },
];

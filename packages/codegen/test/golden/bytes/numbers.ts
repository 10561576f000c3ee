import type { Example } from '../example.js';

const BODY = {
  width: 0x010203,
  factor: 0.5,
  samples: Uint16Array.of(0x0102, 3),
  ratios: Float64Array.of(1),
};

export const examples: readonly Example[] = [
  {
    struct: 'OddIntegers',
    bytes: `
      01 02 03                 a: 0x010203
      01 02 03                 b: 0x030201
      ff ff fe                 c: -2
      01 00 00 00 00           d: 2 to the 32nd
      00 00 00 00 00 80        e: minus 2 to the 47th
      fe ff ff ff ff ff ff     f: -2
      80 00 00 00 00 00 00 00  g: 2 to the 127th and 1, upper half
      00 00 00 00 00 00 00 01  g: lower half
      00 1f ff ff ff ff ff ff  size: the greatest safe number
      00 00 01  more[0]
      ff ff ff  more[1]`,
    value: {
      a: 0x010203,
      b: 0x030201,
      c: -2,
      d: 4294967296,
      e: -140737488355328,
      f: -2n,
      g: 170141183460469231731687303715884105729n,
      size: Number.MAX_SAFE_INTEGER,
      more: [1, 0xffffff],
    },
  },
  {
    struct: 'OddIntegers',
    bytes: `
      00 00 00 00 00 00 00 00 00 00 00 00 00 00  a to d
      00 00 00 00 00 00 00 00 00 00 00 00 00  e and f
      00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  g
      00 20 00 00 00 00 00 00  size: 2 to the 53rd, which is not safe`,
    error: 'invalid-value at 43 in size',
  },
  {
    struct: 'Floats',
    bytes: `
      c0 00                    half: -2
      00 00 80 3f              single: 1
      7f f8 00 00 00 00 00 00  double: the canonical NaN
      7f c0 00 01              kept: a NaN of payload 1
      7f 80 00 01              series[0]: a signalling NaN
      80 00 00 00              series[1]: -0
      3c 00                    halves[0]: 1
      40 00 00 00              ended[0]: 2
      3f f8 00 00 00 00 00 00  1.5, the sentinel`,
    value: {
      half: -2,
      single: 1,
      double: Number.NaN,
      kept: { nan: 0x7fc00001n },
      series: new Float32Array(new Uint32Array([0x7f800001, 0x80000000]).buffer),
      halves: [1],
      ended: Float32Array.of(2),
    },
  },
  {
    struct: 'Floats',
    bytes: `
      00 00        half: 0
      01 00 80 7f  single: a NaN that no number carries`,
    error: 'invalid-value at 2 in single',
  },
  {
    struct: 'Ordered',
    bytes: `
      49 49                    order: "II", least significant byte first
      2a 00                    version: 42
      03 02 01                 width
      00 00 00 3f              factor: 0.5
      02 00                    two samples
      02 01                    samples[0]
      03 00                    samples[1]
      00 00 00 00 00 00 f0 3f  ratios[0]: 1`,
    value: { order: 'little', body: BODY },
  },
  {
    struct: 'Ordered',
    bytes: `
      4d 4d                    order: "MM", most significant byte first
      00 2a                    version: 42
      01 02 03                 width
      3f 00 00 00              factor: 0.5
      00 02                    two samples
      01 02                    samples[0]
      00 03                    samples[1]
      3f f0 00 00 00 00 00 00  ratios[0]: 1`,
    value: { order: 'big', body: BODY },
  },
  {
    struct: 'Ordered',
    bytes: `
      4d 4d  order: "MM"
      2a 00  42 in the other order`,
    error: 'wrong-constant at 2 in body.version',
  },
  {
    struct: 'Both',
    bytes: `
      00 00 00 00 00 00 00 01  big: one byte of data
      01 02                    mark: 0x0102
      aa                       data
      00 00 00 00 00 00 00 00  little: no data; the length has an order of its own
      01 02                    mark: 0x0201`,
    value: {
      big: { mark: 0x0102, data: Uint8Array.of(0xaa) },
      little: { mark: 0x0201, data: new Uint8Array(0) },
    },
  },
];

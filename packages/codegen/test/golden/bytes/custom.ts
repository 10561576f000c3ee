import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  // the integers of RFC 9000, appendix A.1
  {
    struct: 'QuicFrame',
    bytes: `25  stream: 37\n02  size\nc2 19 7c 5e ff 14 e8 8c  offset\nca fe  data`,
    value: { stream: 37n, offset: 151_288_809_941_952_652n, data: Uint8Array.of(0xca, 0xfe) },
  },
  {
    struct: 'QuicFrame',
    bytes: `9d 7f 3e 7d  stream\n00  size\n7b bd  offset`,
    value: { stream: 494_878_333n, offset: 15_293n, data: new Uint8Array(0) },
  },
  { struct: 'QuicFrame', bytes: `03  stream\n00  size`, value: { stream: 3n, offset: undefined, data: new Uint8Array(0) } },
  { struct: 'QuicFrame', bytes: `40 25  stream: 37 in two bytes, which are written as one`, error: 'invalid-value at 0 in stream' },
  { struct: 'QuicFrame', bytes: `03  stream\n40  size: half of it`, error: 'invalid-value at 1 in size' },
  { struct: 'QuicFrame', bytes: `03  stream`, error: 'unexpected-end at 1 in size' },
  { struct: 'QuicFrame', bytes: `03  stream\n02  size\nca  data`, error: 'unexpected-end at 2 in data' },
  {
    struct: 'Ledger',
    bytes: `02  entries\n12 3d  amounts: -123\n4c  +4\n00 00 7c  total\n01 05  ids`,
    value: {
      amounts: [{ digits: '123', negative: true }, { digits: '4', negative: false }],
      total: { digits: '00007', negative: false },
      ids: [5n],
    },
  },
  { struct: 'Ledger', bytes: `01  entries\n1a  amounts: a nibble A`, error: 'invalid-value at 1 in amounts[0]' },
  { struct: 'Ledger', bytes: `00  entries\n7c 00 00  total, which ends too early`, error: 'trailing-bytes at 2 in total' },
  { struct: 'Fallback', bytes: `12 34 56 7c  content`, value: { content: { type: 'decimal', value: { digits: '1234567', negative: false } }, rest: new Uint8Array(0) } },
  { struct: 'Fallback', bytes: `12 34 56 78  content\nff  rest`, value: { content: { type: 'plain', value: 0x12345678 }, rest: Uint8Array.of(0xff) } },
];

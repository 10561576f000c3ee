import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  { struct: 'Frame', bytes: `00 09  3 + 2 + 2 + 2\n02 61 62  head\n01 02  body\n00 07  tail`, value: { head: 'ab', body: Uint8Array.of(1, 2), tail: 7 } },
  { struct: 'Frame', bytes: `00 07  3 + 0 + 2 + 2\n02 61 62  head\n00 07  tail`, value: { head: 'ab', body: new Uint8Array(0), tail: 7 } },
  { struct: 'Frame', bytes: `00 06  one less\n02 61 62  head\n00 07  tail`, error: 'invalid-value at 5 in body' },
  { struct: 'Frame', bytes: `00 0a  one more\n02 61 62  head\n01 02  body\n00  tail`, error: 'unexpected-end at 8 in tail' },
  { struct: 'Whole', bytes: `00 00 00 00 00 00 00 0b  8 + 2 + 1\n01 61  name\nff  body`, value: { name: 'a', body: Uint8Array.of(255) } },
  { struct: 'Whole', bytes: `ff ff ff ff ff ff ff ff  more than numbers count\n01 61  name`, error: 'invalid-value at 10 in body' },
  { struct: 'Words', bytes: `06  2 × 2 + 2\n01 ff  head\n00 01 00 02  words`, value: { head: Uint8Array.of(255), words: Uint16Array.of(1, 2) } },
  { struct: 'Words', bytes: `05  half a word too many\n01 ff  head\n00 01 00  words`, error: 'invalid-value at 3 in words' },
  {
    struct: 'Halves',
    bytes: `05  4 + 1\n04  items\n07 00  an item\n08 00  another\nff  rest`,
    value: { items: [{ key: 7, text: '' }, { key: 8, text: '' }], rest: Uint8Array.of(255) },
  },
  { struct: 'Halves', bytes: `03  too little\n04  items\n07 00  an item\n08 00  another`, error: 'invalid-value at 6 in rest' },
  {
    struct: 'Sizes',
    bytes: `02  (2 + 6) ÷ 4\n01  flag\n00 09  note\n05 01 02 03 04 05  data\n01  more than four, with its length`,
    value: { flag: 1, note: 9, data: Uint8Array.of(1, 2, 3, 4, 5) },
  },
  { struct: 'Sizes', bytes: `01  (0 + 4) ÷ 4\n00  flag\n03 01 02 03  data\n00  no more than four, with its length`, value: { flag: 0, note: undefined, data: Uint8Array.of(1, 2, 3) } },
  { struct: 'Sizes', bytes: `01  (0 + 3) ÷ 4 leaves a rest\n00  flag\n02 01 02  data\n00  short`, error: 'mismatch at 0 in quarters' },
  { struct: 'Sizes', bytes: `01  (0 + 4) ÷ 4\n00  flag\n03 01 02 03  data\n01  wrong`, error: 'mismatch at 6 in isLong' },
];

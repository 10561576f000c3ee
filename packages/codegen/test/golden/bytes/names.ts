import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    struct: 'Names',
    bytes: `
      01           input
      00 ff        value
      02 ca fe     bytes
      01 76        view: "v"
      00 00 00 0e  end
      0f           offset
      0c           class
      02 01 02     default: a region of two bytes, item 1, size 2
      03           start: how long bytes is, with its prefix
      09           index`,
    value: {
      input: 1,
      value: 255,
      bytes: Uint8Array.of(0xca, 0xfe),
      view: 'v',
      end: 14,
      offset: 15,
      class: 12,
      default: { item: 1, size: 2 },
      index: 9,
    },
  },
  {
    struct: 'Names',
    bytes: `01  input\n00 01  value\n00  bytes\n00  view\n00 00 00 00  end\n02  offset: more than value`,
    error: 'check-failed at 9 in offset',
  },
];

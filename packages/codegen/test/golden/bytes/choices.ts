import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  { struct: 'Pair', bytes: `01     left\nff     right`, value: { left: 1, right: 255 } },
  { struct: 'Pair', bytes: `01     left`, error: 'unexpected-end at 1 in right' },
  {
    struct: 'Chunk',
    bytes: `
      00 00 00 02  length of the body
      50 41 49 52  kind: "PAIR"
      03           body.left
      04           body.right`,
    value: { kindName: 'PAIR', data: { left: 3, right: 4 } },
  },
  {
    struct: 'Chunk',
    bytes: `
      00 00 00 03  length of the body
      74 65 78 74  kind: "text"
      e2 82 ac     the euro sign`,
    value: { kindName: 'text', data: '€' },
  },
  {
    struct: 'Chunk',
    bytes: `
      00 00 00 01  length of the body
      7a 5a 20 30  kind: "zZ 0", which no arm has
      ff           body`,
    value: { kindName: undefined, tag: 'zZ 0', unknown: Uint8Array.of(0xff) },
  },
  {
    struct: 'Chunk',
    bytes: `
      00 00 00 03  length, one more than a Pair takes
      50 41 49 52  kind: "PAIR"
      03           body.left
      04           body.right
      05           left over`,
    error: 'trailing-bytes at 10',
  },
  {
    struct: 'Choices',
    bytes: `
      01        kind: word
      01        hasNote
      02        version
      12 34     body
      02 68 69  note: two bytes, "hi"
      07        extra.left
      08        extra.right`,
    value: { kind: 1, version: 2, body: { type: 'word', value: 0x1234 }, note: 'hi', extra: { left: 7, right: 8 } },
  },
  {
    struct: 'Choices',
    bytes: `
      07        kind: other
      00        hasNote
      09        version: 9, so no extra
      02        body: a region of two bytes
      0a 0b     body.left, body.right
                note, extra: absent`,
    value: {
      kind: 7,
      version: 9,
      body: { type: 'other', value: { left: 10, right: 11 } },
      note: undefined,
      extra: undefined,
    },
  },
  {
    struct: 'Choices',
    bytes: `
      06        kind: pair
      00        hasNote
      01        version: 1, so no extra
      fe fd     body.left, body.right`,
    value: { kind: 6, version: 1, body: { type: 'pair', value: { left: 254, right: 253 } }, note: undefined, extra: undefined },
  },
  { struct: 'Choices', bytes: `02  kind\n00  hasNote\n00  version`, error: 'unknown-tag at 3 in body' },
  { struct: 'Choices', bytes: `01  kind\n02  hasNote, a bool`, error: 'invalid-value at 1 in hasNote' },
];

import type { Example } from '../example.js';

const tried = {
  kind: 5,
  kept: undefined,
  toWords: undefined,
  isFive: true,
  isNear: true,
  choice: { type: 'odd', value: { odd: true } },
  hidden: 7,
  body: { type: 'small', value: 9 },
  words: Uint16Array.of(1),
};

export const examples: readonly Example[] = [
  {
    struct: 'Trial',
    bytes: `
01     content.value.mark
05     kind
00 00  toWord
00 00  kept
00 00  toWords
05     isFive
01     choice
f8     hidden: 7, upside down
09     body
00 01  words
`,
    value: { content: { type: 'tried', value: tried } },
  },
  {
    struct: 'Trial',
    bytes: `
01     content.value.mark
0a     kind
00 00  toWord
ca fe  kept
00 01  toWords
01     choice, as no five is there: odd
f8     hidden
00 09  body
`,
    value: {
      content: {
        type: 'tried',
        value: {
          ...tried,
          kind: 10,
          kept: Uint8Array.of(0xca, 0xfe),
          toWords: Uint8Array.of(0, 1),
          isFive: false,
          body: { type: 'large', value: 9 },
          words: new Uint16Array(0),
        },
      },
    },
  },
  {
    struct: 'Trial',
    bytes: `01 05 00 01  what toWord does not fill, so the other one`,
    value: { content: { type: 'rest', value: Uint8Array.of(1, 5, 0, 1) } },
  },
  {
    struct: 'Speaking',
    bytes: `02     base\n28     kind\n00 07  body\n02     end`,
    value: { kind: 40, body: { type: 'many', value: 7 }, end: 2 },
  },
  {
    struct: 'Speaking',
    bytes: `02  base\n8f  kind\n07  body\n01  end: in front of the base`,
    error: 'check-failed at 3 in end',
  },
  { struct: 'Speaking', bytes: `02  base\n32  kind: none of the ranges\n07  what is left`, error: 'unknown-tag at 2 in body' },
];

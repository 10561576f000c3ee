import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    struct: 'Metadata',
    bytes: `
      00 fa                    pulse
      00 00 00 00 00 00 00 07  ticks
      01                       width
      02                       length of the text
      68 69                    text
      01 ff                    data
      01 00 00 00 09           samples
      03 04                    record: number 3, and 1 more`,
    value: {
      pulse: 250,
      ticks: 7n,
      width: 1,
      text: 'hi',
      data: Uint8Array.of(255),
      samples: Uint32Array.of(9),
      record: { number: 3 },
    },
  },
  { struct: 'Metadata', bytes: `00  half a pulse`, error: 'unexpected-end at 0 in pulse' },
];

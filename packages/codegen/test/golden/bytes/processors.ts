import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    struct: 'Regions',
    bytes: `5b 5a 58  hidden: 01 00 02
02 34 b4  text: 68 69, each rotated to the right
02  length
02 01  words: 01 02
05 de ad be ef df  secret: 00 00 00 00 01`,
    value: { hidden: { x: 1, y: 2 }, text: 'hi', words: Uint16Array.of(0x102), secret: Uint8Array.of(0, 0, 0, 0, 1) },
  },
  { struct: 'Regions', bytes: `5b 5a  hidden`, error: 'unexpected-end at 0 in hidden' },
  { struct: 'Regions', bytes: `5b 5a 58  hidden\n01 40  text: 80, no ascii`, error: 'invalid-text at 4 in text' },
  { struct: 'Regions', bytes: `5b 5a 58  hidden\n00  text\n03  length: half a word\n02 01 00  words`, error: 'invalid-value at 5 in words' },
  // the masked "Hello" of RFC 6455, section 5.7
  { struct: 'Masked', bytes: `05  length\n37 fa 21 3d  mask\n7f 9f 4d 51 58  payload`, value: { mask: 0x37fa213d, payload: 'Hello' } },
  { struct: 'Masked', bytes: `02  length\n00 00 00 00  mask\n68 ff  payload`, error: 'invalid-text at 6 in payload' },
  {
    struct: 'Outer',
    bytes: `04  size\n06 01 04 09  inner: 08 05 00 07 in reverse order\n18 5d 97 57  crc`,
    value: { inner: { text: Uint8Array.of(8, 5), rest: Uint8Array.of(7) } },
  },
  { struct: 'Outer', bytes: `02  size\n03 02  inner: 03 02, and no zero\n00 00 00 00  crc`, error: 'no-boundary at 1 in inner.text' },
  { struct: 'Changed', bytes: `03 02 01 07  content: 07 01 02 03`, value: { content: { type: 'changed', value: { value: 1, more: 0x203 } } } },
  { struct: 'Changed', bytes: `07 01 02 03  content`, value: { content: { type: 'plain', value: 0x07010203 } } },
];

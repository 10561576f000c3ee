import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  { struct: 'Token', bytes: `00  code: the end`, value: { token: 'end', of: new Uint8Array(0) } },
  { struct: 'Token', bytes: `5a  code: "Z"\n07  of`, value: { token: 'letter', code: 0x5a, of: 7 } },
  { struct: 'Token', bytes: `30     code: "0"\n00 07  of`, value: { token: 'digit', code: 0x30, of: 7 } },
  { struct: 'Token', bytes: `27        code: a quote\n02 68 69  of: "hi"`, value: { token: 'quote', code: 0x27, of: 'hi' } },
  {
    struct: 'Token',
    bytes: `5b     code: behind the letters\n01 02  point`,
    value: { token: undefined, code: 0x5b, point: { x: 1, y: 2 } },
  },
  { struct: 'Token', bytes: `39  code: "9"\n00  half of it`, error: 'unexpected-end at 1 in of' },
  { struct: 'Image', bytes: `42 4d        magic: "BM"\n00 00 00 09  body`, value: { magic: Uint8Array.of(0x42, 0x4d), body: { type: 'bitmap', value: 9 } } },
  { struct: 'Image', bytes: `03 04  magic\n01 02  body`, value: { magic: Uint8Array.of(3, 4), body: { type: 'other', value: { x: 1, y: 2 } } } },
  { struct: 'Image', bytes: `01 04  magic that no arm has`, error: 'unknown-tag at 2 in body' },
  {
    struct: 'Sections',
    bytes: `
      00 01        id
      03 66 64 63  name: "fdc"
      02           state.version
      01 02 03 04  state.drive.data: the long form
      dd           state.drive.mark
      7e 00 01     footer
      00 02        id
      03 66 64 63  name: "fdc"
      02           state.version
      01 02        state.drive.data: the short form
      dd           state.drive.mark
      7e 00 02     footer
      00 03        id
      03 66 64 63  name: "fdc"
      01           state.version: an old one
      00 09        state.speed
      7e 00 03     footer
      00 04        id
      03 66 64 63  name: "fdc"
      09 09        payload: neither form
      7e 00 04     footer
      00 05        id
      07 61 2f 74 69 6d 65 72  name: "a/timer"
      00 0a        state
      7e 00 05     footer`,
    value: {
      sections: [
        { id: 1, name: 'fdc', device: 'fdc', state: { drive: { data: Uint8Array.of(1, 2, 3, 4) } } , footer: {} },
        { id: 2, name: 'fdc', device: 'fdc', state: { drive: { data: Uint8Array.of(1, 2) } }, footer: {} },
        { id: 3, name: 'fdc', device: 'fdc-old', state: { version: 1, speed: 9 }, footer: {} },
        { id: 4, name: 'fdc', device: undefined, payload: Uint8Array.of(9, 9), footer: {} },
        { id: 5, name: 'a/timer', device: 'timer', state: 10, footer: {} },
      ],
    },
  },
  { struct: 'Answer', bytes: `00  isLong\n05  body`, value: { isLong: false, body: { type: 'short', value: 5 }, rest: new Uint8Array(0) } },
  {
    struct: 'Answer',
    bytes: `01     isLong\n00 05  body: the end is behind it\n`,
    value: { isLong: true, body: { type: 'long', value: 5 }, rest: new Uint8Array(0) },
  },
  {
    struct: 'Answer',
    bytes: `01           isLong\n00 05 00 06  body: a zero is behind the shorter one, but the end behind this one`,
    value: { isLong: true, body: { type: 'longer', value: 0x50006 }, rest: new Uint8Array(0) },
  },
  {
    struct: 'Answer',
    bytes: `01     isLong\n00 05  body: a zero is behind it\n00     rest`,
    value: { isLong: true, body: { type: 'long', value: 5 }, rest: Uint8Array.of(0) },
  },
  { struct: 'Answer', bytes: `01     isLong\n00 05  body\n07     neither the end nor a zero`, error: 'no-arm at 3 in body' },
];

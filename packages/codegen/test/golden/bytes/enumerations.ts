import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    struct: 'Picture',
    bytes: `
      03     magic: palette
      03     color: palette
      00 07  unit: 7, which has no name
      80 00 00 00 00 00 00 00  method: constructor_
      ac 02  level: most, 300
      01     tag: start
      ff     palette
      02     two of each
      06     rgba
      00     grey`,
    value: {
      color: 'palette',
      unit: 7,
      method: 'constructor_',
      level: 'most',
      tag: 'start',
      palette: 255,
      each: ['rgba', 'grey'],
    },
  },
  {
    struct: 'Picture',
    bytes: `
      03     magic
      00     color: grey
      00 00  unit: none
      00 00 00 00 00 00 00 08  method: deflated
      7f     level: least, -1
      80 01  tag: 128, which has no name
      00     none of each`,
    value: {
      color: 'grey',
      unit: 'none',
      method: 'deflated',
      level: 'least',
      tag: 128n,
      palette: undefined,
      each: [],
    },
  },
  { struct: 'Picture', bytes: `02     magic: rgb`, error: 'wrong-constant at 0 in magic' },
  { struct: 'Picture', bytes: `01     magic: no color`, error: 'invalid-value at 0 in magic' },
  { struct: 'Picture', bytes: `03     magic\n05     color: none has 5`, error: 'invalid-value at 1 in color' },
  { struct: 'Request', bytes: `01     kind: get\n2a     body`, value: { kind: 'get', body: { type: 'get', value: 42 } } },
  {
    struct: 'Request',
    bytes: `09     kind: 9, which has an arm and no name\n00 07  body`,
    value: { kind: 9, body: { type: 'reset', value: 7 } },
  },
  {
    struct: 'Request',
    bytes: `03     kind: drop, which has no arm\nca     body`,
    value: { kind: 'drop', body: { type: undefined, value: Uint8Array.of(0xca) } },
  },
  { struct: 'Reply', bytes: `02     kind: put\n01     length\n61     "a"`, value: { kind: 'fetch', result: 'a' } },
  {
    struct: 'Reply',
    bytes: `03     kind: drop, which has no arm\nca     rest`,
    value: { kind: undefined, code: 'drop', rest: Uint8Array.of(0xca) },
  },
  {
    struct: 'Reply',
    bytes: `07     kind: 7, which has no name`,
    value: { kind: undefined, code: 7, rest: new Uint8Array(0) },
  },
  { struct: 'Event', bytes: `01     kind: moved\nff fe  -2`, value: { body: { type: 'moved', value: -2 } } },
  { struct: 'Event', bytes: `03     kind: none has 3`, error: 'invalid-value at 0 in kind' },
  {
    struct: 'Long',
    bytes: `03     status\n00 01  a name\n00 04  none`,
    value: { status: "somebody's mistake", history: ['a rather long name for a member', 4] },
  },
];

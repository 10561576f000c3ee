import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    struct: 'Records',
    bytes: `
                   marked: no other record, and a byte ee after the first
      aa 01 01 61  records[0]: number 1, name "a"
      aa bb        its body; "aa bb" begins no record, as it has no name
      ee 01        its mark
      00           end of the records`,
    value: {
      marked: true,
      records: [{ number: 1, name: 'a', body: Uint8Array.of(0xaa, 0xbb) }],
      rest: new Uint8Array(0),
    },
  },
  {
    struct: 'Records',
    bytes: `
                   marked: no mark before the second record
      aa 01 01 61  records[0]: number 1, name "a"
      05           its body
      aa 02 01 62  records[1]: number 2, name "b"
      ee 02        its body, as there are no marks
      00           end of the records`,
    value: {
      marked: false,
      records: [
        { number: 1, name: 'a', body: Uint8Array.of(5) },
        { number: 2, name: 'b', body: Uint8Array.of(0xee, 2) },
      ],
      rest: new Uint8Array(0),
    },
  },
  { struct: 'Records', bytes: `aa 01 01 41  a record with a capital`, error: 'check-failed at 2 in records[0].name' },
  { struct: 'Records', bytes: `aa 01 01 61  a record without an end`, error: 'no-boundary at 4 in records[0].body' },
  {
    struct: 'Looks',
    bytes: `
                   next: 5, seen only
      05 02 68 69  note: "hi"
      be ef        flagged
      00 07        value: small, as a 1 follows
      01           after`,
    value: { note: { text: 'hi' }, flagged: true, value: { size: 'small', number: { value: 7 } }, after: 1 },
  },
  {
    struct: 'Looks',
    bytes: `
                   next: 0; no note, no flag
      00 07 00 00  value: large, as neither 1 nor 2 follows the small one
      02           after`,
    value: { note: undefined, flagged: false, value: { size: 'large', number: { value: 0x00070000 } }, after: 2 },
  },
  { struct: 'Looks', bytes: `00 07 00 00  value\n03  neither 1 nor 2`, error: 'no-arm at 4 in value' },
];

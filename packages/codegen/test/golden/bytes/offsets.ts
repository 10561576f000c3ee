import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    struct: 'AlignedRecord',
    bytes: `
      01                       tag
      00 00 00                 to 4
      00 00 00 02              size
      07                       flags, at 8
      ff ff ff ff ff ff ff     to 16
      05 00 00 00 00 00 00 00  stamp`,
    value: { tag: 1, size: 2, flags: 7, beforeStamp: undefined, stamp: 5n },
  },
  {
    struct: 'AlignedRecord',
    bytes: `
      01                       tag
      00 00 00                 to 4
      00 00 00 02              size
      07                       flags
      ff ff ff 00 ff ff ff     to 16, not all of it padding
      05 00 00 00 00 00 00 00  stamp`,
    value: {
      tag: 1,
      size: 2,
      flags: 7,
      beforeStamp: Uint8Array.of(0xff, 0xff, 0xff, 0, 0xff, 0xff, 0xff),
      stamp: 5n,
    },
  },
  { struct: 'AlignedRecord', bytes: `01 00 01 00 00 00 00 02  the second byte of padding is 1`, error: 'wrong-constant at 2 in beforeSize' },
  { struct: 'AlignedRecord', bytes: `01 00  the padding ends early`, error: 'unexpected-end at 1 in beforeSize' },
  {
    struct: 'Placed',
    bytes: `
      b0 b0                    magic
      10                       nameOffset: 16
      18 00 00 00 00 00 00 00  dataOffset: 24
      01 74                    title: "t", from 11
      00 00 00                 from 13 to 16
      02 68 69                 name: "hi"
      20 20 20 20 20           from 19 to 24: records begin at 24
      00                       no records, so data begins at 25
      ca fe                    data`,
    error: 'mismatch at 3 in dataOffset',
  },
  {
    struct: 'Placed',
    bytes: `
      b0 b0                    magic
      10                       nameOffset: 16
      19 00 00 00 00 00 00 00  dataOffset: 25
      01 74                    title: "t", from 11
      00 00 00                 from 13 to 16
      02 68 69                 name: "hi"
      20 20 20 20 20           from 19 to 24
      00                       no records
      ca fe                    data`,
    value: { title: 't', name: 'hi', records: [], data: Uint8Array.of(0xca, 0xfe) },
  },
  {
    struct: 'Placed',
    bytes: `
      b0 b0                    magic
      0f                       nameOffset: 15, but it is at 16
      19 00 00 00 00 00 00 00  dataOffset
      01 74                    title
      00 00 00                 padding
      02                       name, cut short: that is seen later than where it begins`,
    error: 'mismatch at 2 in nameOffset',
  },
  {
    struct: 'InnerAtOffset',
    bytes: `
      01 41     label: "A"
      05        end: 5
      68 69     text, from 3 to 5
      01        hasInner
      09 00     inner.valueOffset: 9, and so 3 behind the 6 at which inner begins
      00        inner.note: nothing
      07        inner.value`,
    value: { label: 'A', text: 'hi', hasInner: 1, inner: { note: '', value: 7 } },
  },
  {
    struct: 'InnerAtOffset',
    bytes: `
      01 41     label: "A"
      05        end: 5
      68 69     text
      01        hasInner
      03 00     inner.valueOffset: 3, as if it counted from inner
      00        inner.note
      07        inner.value`,
    error: 'mismatch at 6 in inner.valueOffset',
  },
  {
    struct: 'InnerAtOffset',
    bytes: `
      01 41     label: "A"
      02        end: before the text begins
      00        hasInner`,
    error: 'invalid-value at 3 in text',
  },
];

import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  { struct: 'DirectoryEntry', bytes: `01     last\n01 61  name: "a"`, value: { last: 1, name: 'a' } },
  {
    struct: 'Directory',
    bytes: `
      00 01 61  entries[0]
      01 00     entries[1], the last
      00 01     numbers[0]
      80 00     numbers[1], the last
      01 61     names[0]: "a"
      02 2e 62  names[1]: ".b", the last`,
    value: {
      entries: [
        { last: 0, name: 'a' },
        { last: 1, name: '' },
      ],
      numbers: Uint16Array.of(1, 0x8000),
      names: ['a', '.b'],
    },
  },
  {
    struct: 'Directory',
    bytes: `00 01 61  entries[0]\n00 01     entries[1]: cut short`,
    error: 'unexpected-end at 5 in entries[1].name',
  },
  {
    struct: 'Directory',
    bytes: `01 00  entries[0], the last\n00 01  numbers[0]\n00     numbers[1]: half a number`,
    error: 'unexpected-end at 4 in numbers[1]',
  },
  { struct: 'OptionHead', bytes: `01  kind\n02  size`, value: { kind: 1, size: 2 } },
  { struct: 'Option', bytes: `01     kind\n01 e9  data: "é"`, value: { kind: 1, data: 'é' } },
  {
    struct: 'OptionPacket',
    bytes: `
      02        least
      05 07     marked[0]
      05 08     marked[1]
      01        small[0]
      0f        small[1]
      12 01 61  inner.options[0]
      13 00     inner.options[1]
      ff ff     end, of more than 4 bytes if it were an option`,
    value: {
      least: 2,
      marked: [{ value: 7 }, { value: 8 }],
      small: Uint8Array.of(1, 15),
      inner: {
        options: [
          { kind: 0x12, data: 'a' },
          { kind: 0x13, data: '' },
        ],
      },
    },
  },
  {
    struct: 'OptionPacket',
    bytes: `00     least\nff ff  end`,
    value: { least: 0, marked: [], small: new Uint8Array(0), inner: { options: [] } },
  },
  {
    struct: 'OptionPacket',
    bytes: `20     least\n05     marked[0]: cut short`,
    error: 'unexpected-end at 2 in marked[0].value',
  },
  {
    struct: 'OptionPacket',
    bytes: `20     least\n1f 00  end: no option, as its kind is too low`,
    error: 'wrong-constant at 1 in end',
  },
  {
    struct: 'TriedLists',
    bytes: `00 00  one.value[0]\n01 00  one.value[1]\nff     end`,
    value: {
      one: {
        type: 'entries',
        value: [
          { last: 0, name: '' },
          { last: 1, name: '' },
        ],
      },
    },
  },
  {
    struct: 'TriedLists',
    bytes: `03 04  one.value[0]: no entry ends in time\n02 00  one.value[1], the last\nff     end`,
    value: { one: { type: 'numbers', value: Uint16Array.of(0x0304, 0x0200) } },
  },
  {
    struct: 'TriedLists',
    bytes: `03 04  one.value: neither of the two\nff     end`,
    value: { one: { type: 'small', value: Uint8Array.of(3, 4) } },
  },
];

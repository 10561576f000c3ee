import type { Example } from '../example.js';

const magic = `
  ca fe                    magic
`;

export const examples: readonly Example[] = [
  {
    struct: 'Constants',
    bytes: `${magic}
      01                       first
      00                       zero
      34 12                    word 0x1234, low byte first
      00 00 00 00 00 00 00 07  long
      69 74 27 73              name: "it's"
      00                       second`,
    value: { first: true, second: false },
  },
  { struct: 'Constants', bytes: `ca ff  magic, but for a bit`, error: 'wrong-constant at 0 in magic' },
  { struct: 'Constants', bytes: `ca  half of the magic`, error: 'unexpected-end at 0 in magic' },
  { struct: 'Constants', bytes: `${magic}\n01  first\n01  zero`, error: 'wrong-constant at 3 in zero' },
];

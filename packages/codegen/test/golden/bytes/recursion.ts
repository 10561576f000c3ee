import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    struct: 'Tree',
    bytes: `
      01        value
      02        n: two children
      01        hasLeft
      02 00 00  children[0]: value 2, a leaf
      03 01 00  children[1]: value 3, one child
      04 00 00  children[1].children[0]: value 4, a leaf
      05 00 00  left: value 5, a leaf`,
    value: {
      value: 1,
      children: [
        { value: 2, children: [], left: undefined },
        { value: 3, children: [{ value: 4, children: [], left: undefined }], left: undefined },
      ],
      left: { value: 5, children: [], left: undefined },
    },
  },
  { struct: 'Tree', bytes: `01  value\n01  n\n00  hasLeft\n02 00  half a child`, error: 'unexpected-end at 3 in children' },
  { struct: 'Tree', bytes: `01  value\n00  n\n01  hasLeft`, error: 'unexpected-end at 3 in left.value' },
];

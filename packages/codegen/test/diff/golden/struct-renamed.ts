import { struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Outer', { inner: struct('Pixel', { x: u8 }) }),
  after: struct('Outer', { inner: struct('Dot', { x: u8 }) }),
  changes: [['struct-renamed', 'Pixel', 'renamed']],
  backward: { '01': 'as before' },
  forward: { '01': 'as before' },
});
export default made;

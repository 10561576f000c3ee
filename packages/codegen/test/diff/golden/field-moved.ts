import { struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8, b: u8, c: u8 }),
  after: struct('Message', { c: u8, a: u8, b: u8 }),
  changes: [['field-moved', 'Message.c', 'none']],
  backward: { '01 02 03': 'differently' },
  forward: { '01 02 03': 'differently' },
});
export default made;

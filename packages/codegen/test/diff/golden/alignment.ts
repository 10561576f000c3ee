import { align, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8, gap: align(2), b: u8 }),
  after: struct('Message', { a: u8, gap: align(4), b: u8 }),
  changes: [['alignment', 'Message.gap', 'none']],
  backward: { '01 00 02': 'refused' },
  forward: { '01 00 00 00 02': 'refused' },
});
export default made;

import { padding, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8, gap: padding(2, 0), b: u8 }),
  after: struct('Message', { a: u8, gap: padding(2, 0xff), b: u8 }),
  changes: [['fill', 'Message.gap', 'none']],
  backward: { '01 00 00 02': 'refused' },
  forward: { '01 ff ff 02': 'refused' },
});
export default made;

import { struct, u8, u16be } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8, size: u16be, z: u8 }),
  after: struct('Message', { a: u8, length: u16be, z: u8 }),
  changes: [['field-renamed', 'Message.size', 'renamed']],
  backward: { '01 00 02 03': 'as before' },
  forward: { '01 00 02 03': 'as before' },
});
export default made;

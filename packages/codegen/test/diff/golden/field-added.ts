import { struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8 }),
  after: struct('Message', { a: u8, b: u8 }),
  changes: [['field-added', 'Message.b', 'added']],
  backward: { '01': 'refused' },
  forward: { '01 02': 'refused' },
});
export default made;

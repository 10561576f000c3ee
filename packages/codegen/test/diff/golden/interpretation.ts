import { enumeration, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { mode: u8 }),
  after: struct('Message', { mode: enumeration(u8, { read: 0, write: 1 }) }),
  changes: [['interpretation', 'Message.mode', 'changed']],
  backward: { '00': 'as before', '07': 'refused' },
  forward: { '01': 'as before' },
});
export default made;

import { struct, u16be, u32be } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u16be }),
  after: struct('Message', { a: u32be }),
  changes: [['width', 'Message.a', 'none']],
  backward: { '00 01': 'refused' },
  forward: { '00 00 00 01': 'refused' },
});
export default made;

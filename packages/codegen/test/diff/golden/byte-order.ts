import { struct, u16be, u16le } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u16be }),
  after: struct('Message', { a: u16le }),
  changes: [['byte-order', 'Message.a', 'none']],
  backward: { '00 01': 'differently', '00 00': 'as before' },
  forward: { '00 01': 'differently' },
});
export default made;

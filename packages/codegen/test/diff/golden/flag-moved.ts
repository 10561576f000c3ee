import { flags, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { rights: flags(u8, { read: 0 }) }),
  after: struct('Message', { rights: flags(u8, { read: 1 }) }),
  changes: [['flag-moved', 'Message.rights', 'none']],
  backward: { '01': 'differently', '00': 'as before' },
  forward: { '02': 'differently' },
});
export default made;

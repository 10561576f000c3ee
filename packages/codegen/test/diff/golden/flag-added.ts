import { flags, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { rights: flags(u8, { read: 0 }) }),
  after: struct('Message', { rights: flags(u8, { read: 0, write: 1 }) }),
  changes: [['flag-added', 'Message.rights', 'added']],
  backward: { '03': 'as before' },
  forward: { '03': 'as before' },
});
export default made;

import { flags, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { rights: flags(u8, { read: 0, write: 1 }, { strict: true }) }),
  after: struct('Message', { rights: flags(u8, { read: 0 }, { strict: true }) }),
  changes: [['flag-removed', 'Message.rights', 'removed']],
  backward: { '01': 'as before', '03': 'refused' },
  forward: { '01': 'as before' },
});
export default made;

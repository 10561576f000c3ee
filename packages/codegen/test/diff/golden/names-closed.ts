import { flags, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { rights: flags(u8, { read: 0, write: 1 }) }),
  after: struct('Message', { rights: flags(u8, { read: 0, write: 1 }, { strict: true }) }),
  changes: [['names-closed', 'Message.rights', 'narrowed']],
  backward: { '03': 'as before', '04': 'refused' },
  forward: { '03': 'as before' },
});
export default made;

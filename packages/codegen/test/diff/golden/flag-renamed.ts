import { flags, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { rights: flags(u8, { read: 0 }) }),
  after: struct('Message', { rights: flags(u8, { get: 0 }) }),
  changes: [['flag-renamed', 'Message.rights', 'renamed']],
  backward: { '01': 'as before' },
  forward: { '01': 'as before' },
});
export default made;

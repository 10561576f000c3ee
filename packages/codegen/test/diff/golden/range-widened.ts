import { asNumber, struct, u64be } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: asNumber(u64be) }),
  after: struct('Message', { a: u64be }),
  changes: [['range-widened', 'Message.a', 'changed']],
  backward: { '00 00 00 00 00 00 00 01': 'as before' },
  forward: { '00 00 00 00 00 00 00 01': 'as before', 'ff ff ff ff ff ff ff ff': 'refused' },
});
export default made;

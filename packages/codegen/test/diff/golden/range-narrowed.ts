import { struct, uleb128 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: uleb128(32) }),
  after: struct('Message', { a: uleb128(14) }),
  changes: [['range-narrowed', 'Message.a', 'none']],
  backward: { '01': 'as before', 'ff ff ff ff 0f': 'refused' },
  forward: { '01': 'as before' },
});
export default made;

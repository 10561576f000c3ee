import { preserve, struct, uleb128 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: preserve(uleb128(32)) }),
  after: struct('Message', { a: uleb128(32) }),
  changes: [['preserve-removed', 'Message.a', 'narrowed']],
  backward: { '01': 'as before', '81 00': 'refused' },
  forward: { '01': 'as before' },
});
export default made;

import { struct, uleb128, zigzag } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: uleb128(32) }),
  after: struct('Message', { a: zigzag(32) }),
  changes: [['varint-encoding', 'Message.a', 'none']],
  backward: { '00': 'as before', '01': 'differently', 'ff ff ff ff 0f': 'differently' },
  forward: { '01': 'differently' },
});
export default made;

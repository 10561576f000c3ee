import { bytes, processed, struct, toEnd, xor } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: processed(xor(0x55), bytes(toEnd)) }),
  after: struct('Message', { a: processed(xor(0x5a), bytes(toEnd)) }),
  changes: [['processor', 'Message.a', 'none']],
  backward: { '55': 'differently' },
  forward: { '5a': 'differently' },
});
export default made;

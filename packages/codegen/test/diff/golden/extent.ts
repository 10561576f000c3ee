import { bytes, struct, toEnd } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { data: bytes(3), rest: bytes(toEnd) }),
  after: struct('Message', { data: bytes(2), rest: bytes(toEnd) }),
  changes: [['extent', 'Message.data', 'none']],
  backward: { '01 02 03': 'differently' },
  forward: { '01 02': 'refused', '01 02 03': 'differently' },
});
export default made;

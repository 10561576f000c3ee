import { bytes, struct, toEnd, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8, b: u8, rest: bytes(toEnd) }),
  after: struct('Message', { a: u8, rest: bytes(toEnd) }),
  changes: [['field-removed', 'Message.b', 'removed']],
  backward: { '01 02 03': 'differently' },
  forward: { '01': 'refused', '01 02': 'differently' },
});
export default made;

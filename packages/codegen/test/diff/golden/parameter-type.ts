import { bytes, parameter, struct, u8, u64be } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { data: bytes(parameter('size', u8, { default: 2 })) }),
  after: struct('Message', { data: bytes(parameter('size', u64be, { default: 2n }).toNumber()) }),
  changes: [
    ['parameter-type', 'Message(size)', 'changed'],
    ['extent', 'Message.data', 'none'],
  ],
  backward: { '01 02': 'as before' },
  forward: { '01 02': 'as before' },
});
export default made;

import { bytes, parameter, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const size = parameter('size', u8, { default: 2 });

const made: Revision = revision({
  before: struct('Message', { data: bytes(2) }),
  after: struct('Message', { data: bytes(size) }),
  changes: [
    ['parameter-added', 'Message(size)', 'changed'],
    ['extent', 'Message.data', 'none'],
  ],
  backward: { '01 02': 'as before' },
  forward: { '01 02': 'as before' },
});
export default made;

import { bytes, parameter, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { data: bytes(parameter('size', u8, { default: 2 })) }),
  after: struct('Message', { data: bytes(parameter('size', u8, { default: 3 })) }),
  changes: [
    ['parameter-default', 'Message(size)', 'none'],
    ['extent', 'Message.data', 'none'],
  ],
  backward: { '01 02': 'refused' },
  forward: { '01 02 03': 'refused' },
});
export default made;

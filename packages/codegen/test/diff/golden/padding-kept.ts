import { padding, reserved, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8, gap: padding(1) }),
  after: struct('Message', { a: u8, gap: reserved(1) }),
  changes: [
    ['field-shown', 'Message.gap', 'added'],
    ['padding-kept', 'Message.gap', 'widened'],
  ],
  backward: { '01 00': 'as before' },
  forward: { '01 00': 'as before', '01 05': 'refused' },
});
export default made;

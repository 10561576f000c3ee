import { padding, reserved, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8, gap: reserved(1) }),
  after: struct('Message', { a: u8, gap: padding(1) }),
  changes: [
    ['field-hidden', 'Message.gap', 'removed'],
    ['padding-strict', 'Message.gap', 'narrowed'],
  ],
  backward: { '01 00': 'as before', '01 05': 'refused' },
  forward: { '01 00': 'as before' },
});
export default made;

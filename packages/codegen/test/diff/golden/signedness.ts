import { i8, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8 }),
  after: struct('Message', { a: i8 }),
  changes: [['signedness', 'Message.a', 'none']],
  backward: { '01': 'as before', ff: 'differently' },
  forward: { ff: 'differently' },
});
export default made;

import { struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8 }),
  after: struct('Message', { a: u8.doc('How many.') }),
  changes: [['documentation', 'Message.a', 'none']],
  backward: { '01': 'as before' },
  forward: { '01': 'as before' },
});
export default made;

import { literal, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { version: u8, a: u8 }),
  after: struct('Message', { version: literal(u8, 1), a: u8 }),
  changes: [['made-constant', 'Message.version', 'removed']],
  backward: { '01 05': 'as before', '02 05': 'refused' },
  forward: { '01 05': 'as before' },
});
export default made;

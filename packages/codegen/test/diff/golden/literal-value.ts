import { literal, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { magic: literal(u8, 1), a: u8 }),
  after: struct('Message', { magic: literal(u8, 2), a: u8 }),
  changes: [['literal-value', 'Message.magic', 'none']],
  backward: { '01 05': 'refused' },
  forward: { '02 05': 'refused' },
});
export default made;

import { list, struct, u8, u32be } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u32be }),
  after: struct('Message', { a: list(u8, 3) }),
  changes: [['type-replaced', 'Message.a', 'changed']],
  backward: { '00 00 00 01': 'refused' },
  forward: { '00 00 01': 'refused' },
});
export default made;

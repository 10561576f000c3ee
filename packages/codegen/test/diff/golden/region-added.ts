import { list, prefix, sized, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: list(u8, prefix(u8)), b: u8 }),
  after: struct('Message', { a: sized(3, list(u8, prefix(u8))), b: u8 }),
  changes: [['region-added', 'Message.a', 'none']],
  backward: { '00 00': 'refused', '02 05 06 07': 'as before' },
  forward: { '02 05 06 07': 'as before' },
});
export default made;

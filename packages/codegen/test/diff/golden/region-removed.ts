import { list, sized, struct, toEnd, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: sized(3, list(u8, toEnd)), b: u8 }),
  after: struct('Message', { a: list(u8, toEnd), b: u8 }),
  changes: [['region-removed', 'Message.a', 'none']],
  backward: { '01 02 03 04': 'as before' },
  forward: { '01 02 03 04': 'as before', '01': 'refused' },
});
export default made;

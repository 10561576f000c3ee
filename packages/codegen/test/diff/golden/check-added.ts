import { check, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8 }),
  after: struct('Message', { a: u8 }).where(($) => [check($.a.lt(100), 'a below 100')]),
  changes: [['check-added', 'Message.a', 'none']],
  backward: { '01': 'as before', '64': 'refused' },
  forward: { '01': 'as before' },
});
export default made;

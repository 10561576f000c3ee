import { check, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8 }).where(($) => [check($.a.ne(7), 'a other than 7')]),
  after: struct('Message', { a: u8 }),
  changes: [['check-removed', 'Message.a', 'none']],
  backward: { '01': 'as before' },
  forward: { '01': 'as before', '07': 'refused' },
});
export default made;

import { count, derived, list, prefix, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { count: u8, items: list(u8, prefix(u8)) }),
  after: struct('Message', { count: derived(u8), items: list(u8, prefix(u8)) }).where(($) => [
    $.count.is(count($.items)),
  ]),
  changes: [
    ['field-hidden', 'Message.count', 'removed'],
    ['check-added', 'Message.count', 'none'],
  ],
  backward: { '01 01 05': 'as before', '07 01 05': 'refused' },
  forward: { '01 01 05': 'as before' },
});
export default made;
